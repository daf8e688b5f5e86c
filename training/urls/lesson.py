"""Addresses of the subject lesson."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
