"""Addresses of accounts and roles."""

from django.urls import path

from casebank.views import people

urlpatterns = [
    path("accounts/", people.account_list, name="account_list"),
    path("accounts/new/", people.account_create, name="account_create"),
    path("accounts/<int:pk>/", people.account, name="account"),
    path("accounts/<int:pk>/roles/", people.account_roles, name="account_roles"),
    path("accounts/<int:pk>/password/", people.account_password, name="account_password"),
    path("accounts/<int:pk>/active/", people.account_active, name="account_active"),
]
