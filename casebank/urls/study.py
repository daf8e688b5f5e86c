"""Addresses of the subject study."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
