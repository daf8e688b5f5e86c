"""Addresses of the subject enrolment."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
