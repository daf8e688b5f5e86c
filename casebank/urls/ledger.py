"""Addresses of the subject ledger."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
