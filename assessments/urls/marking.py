"""Addresses of marking."""

from django.urls import path

from assessments.views import marking

urlpatterns = [
    path("marking/", marking.marking_list, name="marking_list"),
    path("marking/sittings/<int:pk>/", marking.marking_sitting, name="marking_sitting"),
    path("marking/sittings/<int:pk>/premark/", marking.marking_premark, name="marking_premark"),
    path("marking/scripts/<str:code>/", marking.marking_script, name="marking_script"),
    path("marking/scripts/<str:code>/accept/", marking.marking_accept, name="marking_accept"),
    path("marking/scripts/<str:code>/confirm/", marking.marking_confirm, name="marking_confirm"),
    path("marking/scripts/<str:code>/reopen/", marking.marking_reopen, name="marking_reopen"),
]
