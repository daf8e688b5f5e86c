"""Addresses of the subject competency."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
