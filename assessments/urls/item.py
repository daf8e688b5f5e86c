"""Addresses of the item bank."""

from django.urls import path

from assessments.views import casefile, item, key, rubric

urlpatterns = [
    path("items/", item.item_list, name="item_list"),
    path("items/new/<str:kind>/", item.item_new, name="item_new"),
    path("items/<int:pk>/", item.item_detail, name="item_detail"),
    path("items/<int:pk>/edit/", item.item_edit, name="item_edit"),
    path("items/<int:pk>/preview/", item.item_preview, name="item_preview"),
    path("items/<int:pk>/ready/", item.item_state, {"act": "ready"}, name="item_ready"),
    path("items/<int:pk>/draft/", item.item_state, {"act": "draft"}, name="item_draft"),
    path("items/<int:pk>/archive/", item.item_state, {"act": "archive"}, name="item_archive"),
    path("items/<int:pk>/duplicate/", item.item_duplicate, name="item_duplicate"),
    path("items/<int:pk>/documents/new/", casefile.document_new, name="document_new"),
    path("items/<int:pk>/documents/<int:document_pk>/", casefile.document_edit, name="document_edit"),
    path("items/<int:pk>/documents/<int:document_pk>/move/", casefile.document_move, name="document_move"),
    path("items/<int:pk>/documents/<int:document_pk>/remove/", casefile.document_remove, name="document_remove"),
    path("items/<int:pk>/findings/new/", key.finding_new, name="finding_new"),
    path("items/<int:pk>/findings/<int:finding_pk>/", key.finding_edit, name="finding_edit"),
    path("items/<int:pk>/findings/<int:finding_pk>/move/", key.finding_move, name="finding_move"),
    path("items/<int:pk>/findings/<int:finding_pk>/remove/", key.finding_remove, name="finding_remove"),
    path("items/<int:pk>/reference/", rubric.reference_edit, name="reference_edit"),
    path("items/<int:pk>/rubric/new/", rubric.criterion_new, name="criterion_new"),
    path("items/<int:pk>/rubric/<int:criterion_pk>/", rubric.criterion_edit, name="criterion_edit"),
    path("items/<int:pk>/rubric/<int:criterion_pk>/move/", rubric.criterion_move, name="criterion_move"),
    path("items/<int:pk>/rubric/<int:criterion_pk>/remove/", rubric.criterion_remove, name="criterion_remove"),
]
