"""Addresses of the subject people."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
