"""Addresses of assessments, one module per subject."""

from assessments.urls import attempt, item, marking, paper, result, sitting

app_name = "assessments"
urlpatterns = [
    *item.urlpatterns,
    *paper.urlpatterns,
    *sitting.urlpatterns,
    *attempt.urlpatterns,
    *marking.urlpatterns,
    *result.urlpatterns,
]
