"""Addresses of the subject attempt."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
