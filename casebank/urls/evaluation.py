"""Addresses of evaluations and findings."""

from django.urls import path

from casebank.views import evaluation, finding

urlpatterns = [
    path("evaluations/", evaluation.evaluation_list, name="evaluation_list"),
    path("evaluations/confirm/", finding.evaluations_confirm, name="evaluations_confirm"),
    path("evaluations/export.<str:kind>", evaluation.evaluation_export, name="evaluation_export"),
    path("evaluations/<int:pk>/", evaluation.evaluation_detail, name="evaluation_detail"),
    path("evaluations/<int:pk>/confirm/", finding.evaluation_confirm, name="evaluation_confirm"),
    path("findings/<int:pk>/codes/", finding.finding_codes, name="finding_codes"),
    path("findings/<int:pk>/confirm/", finding.finding_confirm, name="finding_confirm"),
    path("findings/<int:pk>/dismiss/", finding.finding_dismiss, name="finding_dismiss"),
    path("findings/<int:pk>/reopen/", finding.finding_reopen, name="finding_reopen"),
]
