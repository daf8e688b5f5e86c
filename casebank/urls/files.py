"""Addresses of the subject files."""

from django.urls import URLPattern, path

from casebank.views import files

urlpatterns: list[URLPattern] = [path("files/<int:pk>/", files.file, name="file")]
