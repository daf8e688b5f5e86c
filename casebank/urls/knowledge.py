"""Addresses of the subject knowledge."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
