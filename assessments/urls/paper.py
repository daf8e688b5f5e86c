"""Addresses of papers."""

from django.urls import path

from assessments.views import paper

urlpatterns = [
    path("papers/", paper.paper_list, name="paper_list"),
    path("papers/new/", paper.paper_new, name="paper_new"),
    path("papers/<int:pk>/", paper.paper_detail, name="paper_detail"),
    path("papers/<int:pk>/edit/", paper.paper_edit, name="paper_edit"),
    path("papers/<int:pk>/print/", paper.paper_print, name="paper_print"),
    path("papers/<int:pk>/key/", paper.paper_key, name="paper_key"),
    path("papers/<int:pk>/add/", paper.paper_add, name="paper_add"),
    path("papers/<int:pk>/items/<int:slot_pk>/move/", paper.slot_move, name="slot_move"),
    path("papers/<int:pk>/items/<int:slot_pk>/remove/", paper.slot_remove, name="slot_remove"),
    path("papers/<int:pk>/approve/", paper.paper_approve, name="paper_approve"),
    path("papers/<int:pk>/archive/", paper.paper_archive, name="paper_archive"),
]
