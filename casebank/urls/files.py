"""Addresses of the subject files."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
