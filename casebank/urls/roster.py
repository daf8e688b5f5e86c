"""Addresses of the roster."""

from django.urls import path

from casebank.views import roster

urlpatterns = [
    path("roster/", roster.roster, name="roster"),
    path("roster/upload/", roster.roster_upload, name="roster_upload"),
]
