"""Addresses of the subject performance."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
