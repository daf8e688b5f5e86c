"""Addresses of the knowledge lists and the supervision points."""

from django.urls import path

from casebank.views import knowledge, supervision

urlpatterns = [
    path("knowledge/", knowledge.knowledge, name="knowledge"),
    path("knowledge/<slug:slug>/", knowledge.knowledge_list, name="knowledge_list"),
    path("knowledge/<slug:slug>/<str:code>/", knowledge.knowledge_row, name="knowledge_row"),
    path("knowledge/<slug:slug>/<str:code>/edit/", knowledge.knowledge_row_edit, name="knowledge_row_edit"),
    path("knowledge/<slug:slug>/<str:code>/use/", knowledge.knowledge_row_use, name="knowledge_row_use"),
    path("supervision-points/", supervision.supervision_points, name="supervision_points"),
    path("supervision-points/draft/", supervision.supervision_draft, name="supervision_draft"),
    path("supervision-points/<int:pk>/", supervision.supervision_decide, name="supervision_decide"),
]
