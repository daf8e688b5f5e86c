"""Addresses of the ledger import."""

from django.urls import path

from casebank.views import ledger

urlpatterns = [
    path("ledgers/", ledger.ledger_list, name="ledger_list"),
    path("ledgers/upload/", ledger.ledger_upload, name="ledger_upload"),
    path("ledgers/bands/", ledger.ledger_bands, name="ledger_bands"),
    path("ledgers/<int:pk>/", ledger.ledger_detail, name="ledger_detail"),
    path("ledgers/<int:pk>/columns/", ledger.ledger_columns, name="ledger_columns"),
    path("ledgers/<int:pk>/choose/", ledger.ledger_choose, name="ledger_choose"),
    path("ledgers/<int:pk>/commit/", ledger.ledger_commit, name="ledger_commit"),
    path("ledgers/<int:pk>/cancel/", ledger.ledger_cancel, name="ledger_cancel"),
    path("ledgers/<int:pk>/errors/", ledger.ledger_errors, name="ledger_errors"),
]
