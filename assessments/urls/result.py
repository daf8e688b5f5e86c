"""Addresses of results."""

from django.urls import path

from assessments.views import result

urlpatterns = [
    path("results/", result.result_list, name="result_list"),
    path("results/<str:code>/", result.result_script, name="result_script"),
    path("results/<str:code>/release/", result.result_release, name="result_release"),
    path("attempts/<int:pk>/result/", result.result, name="result"),
]
