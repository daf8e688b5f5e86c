"""Addresses of the candidate's pages."""

from django.urls import path

from assessments.views import answers, attempt

urlpatterns = [
    path("attempts/", attempt.my_attempts, name="my_attempts"),
    path("attempts/<int:pk>/", attempt.attempt_detail, name="attempt_detail"),
    path("attempts/<int:pk>/start/", attempt.attempt_start, name="attempt_start"),
    path("attempts/<int:pk>/questions/<int:number>/", attempt.attempt_question, name="attempt_question"),
    path("attempts/<int:pk>/answers/<int:slot>/<str:field>/", answers.answer, name="attempt_answer"),
    path("attempts/<int:pk>/clock/", answers.clock, name="attempt_clock"),
    path("attempts/<int:pk>/hand-in/", attempt.attempt_hand_in, name="attempt_hand_in"),
    path("attempts/<int:pk>/receipt/", attempt.attempt_receipt, name="attempt_receipt"),
]
