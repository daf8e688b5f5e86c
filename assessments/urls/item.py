"""Addresses of the subject item."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
