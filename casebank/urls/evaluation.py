"""Addresses of the subject evaluation."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
