"""Addresses of sittings."""

from django.urls import path

from assessments.views import sitting

urlpatterns = [
    path("sittings/", sitting.sitting_list, name="sitting_list"),
    path("sittings/new/", sitting.sitting_new, name="sitting_new"),
    path("sittings/<int:pk>/", sitting.sitting_detail, name="sitting_detail"),
    path("sittings/<int:pk>/edit/", sitting.sitting_edit, name="sitting_edit"),
    path("sittings/<int:pk>/people/", sitting.sitting_people, name="sitting_people"),
    path("sittings/<int:pk>/open/", sitting.sitting_open, name="sitting_open"),
    path("sittings/<int:pk>/cancel/", sitting.sitting_cancel, name="sitting_cancel"),
    path("sittings/<int:pk>/extend/", sitting.sitting_extend, name="sitting_extend"),
    path("sittings/<int:pk>/time/<int:attempt_pk>/", sitting.extra_time, name="extra_time"),
]
