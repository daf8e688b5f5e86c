"""Addresses of casebank, one module per subject."""

from casebank.urls import evaluation, files, knowledge, ledger, people, performance, roster, study

app_name = "casebank"
urlpatterns = [
    *ledger.urlpatterns,
    *roster.urlpatterns,
    *evaluation.urlpatterns,
    *study.urlpatterns,
    *knowledge.urlpatterns,
    *people.urlpatterns,
    *performance.urlpatterns,
    *files.urlpatterns,
]
