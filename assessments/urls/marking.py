"""Addresses of the subject marking."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
