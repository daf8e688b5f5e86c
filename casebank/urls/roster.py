"""Addresses of the subject roster."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
