"""Addresses of the subject paper."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
