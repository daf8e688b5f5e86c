"""Addresses of the subject study."""

from django.urls import URLPattern, path

from casebank.views import study, study_masking, study_release

urlpatterns: list[URLPattern] = [
    path("studies/", study.study_list, name="study_list"),
    path("studies/new/", study.study_choose, name="study_choose"),
    path("studies/new/<int:finding>/", study.study_start, name="study_start"),
    path("studies/<int:pk>/", study.study_detail, name="study_detail"),
    path("studies/<int:pk>/edit/", study.study_edit, name="study_edit"),
    path("studies/<int:pk>/propose/", study_masking.study_propose, name="study_propose"),
    path("studies/<int:pk>/masking/", study_masking.study_masking, name="study_masking"),
    path("studies/<int:pk>/masking/decide/", study_masking.study_decide, name="study_decide"),
    path("studies/<int:pk>/masking/add/", study_masking.study_add_span, name="study_add_span"),
    path("studies/<int:pk>/masking/accept/", study_masking.study_accept, name="study_accept"),
    path("studies/<int:pk>/masking/done/", study_masking.study_resolve, name="study_resolve"),
    path("studies/<int:pk>/reading/", study_release.study_reading, name="study_reading"),
    path("studies/<int:pk>/send-back/", study_release.study_send_back, name="study_send_back"),
    path("studies/<int:pk>/withdraw/", study_release.study_withdraw, name="study_withdraw"),
]
