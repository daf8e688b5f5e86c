"""Addresses of performance records."""

from django.urls import path

from casebank.views import performance

urlpatterns = [
    path("record/", performance.my_record, name="my_record"),
    path("records/", performance.record_list, name="record_list"),
    path("records/<int:pk>/", performance.person_record, name="person_record"),
]
