"""Addresses of the subject result."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
