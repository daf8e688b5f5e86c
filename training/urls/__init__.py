"""Addresses of training, one module per subject."""

from training.urls import competency, enrolment, lesson

app_name = "training"
urlpatterns = [
    *lesson.urlpatterns,
    *enrolment.urlpatterns,
    *competency.urlpatterns,
]
