"""Addresses of the competency report, of targets and of the training effect."""

from django.urls import path

from training.views import competency, effect, targets

urlpatterns = [
    path("competency/", competency.report, name="competency_report"),
    path("competency/export.xlsx", competency.report_xlsx, name="competency_xlsx"),
    path("competency/export.pdf", competency.report_pdf_file, name="competency_pdf"),
    path("competency/people/<int:pk>/", competency.report_person, name="competency_person"),
    path("competency/targets/", targets.post_targets, name="post_targets"),
    path("effect/", effect.effect, name="effect"),
]
