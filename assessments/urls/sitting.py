"""Addresses of the subject sitting."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
