"""Addresses of lessons for those who make and assign them."""

from django.urls import path

from training.views import enrolment, lesson

urlpatterns = [
    path("lessons/", lesson.lesson_list, name="lesson_list"),
    path("lessons/new/", lesson.lesson_choose, name="lesson_choose"),
    path("lessons/new/<int:release>/", lesson.lesson_new, name="lesson_new"),
    path("lessons/<int:pk>/", lesson.lesson_detail, name="lesson_detail"),
    path("lessons/<int:pk>/edit/", lesson.lesson_edit, name="lesson_edit"),
    path("lessons/<int:pk>/publish/", lesson.lesson_publish, name="lesson_publish"),
    path("lessons/<int:pk>/revise/", lesson.lesson_revise, name="lesson_revise"),
    path("lessons/<int:pk>/archive/", lesson.lesson_archive, name="lesson_archive"),
    path("lessons/<int:pk>/assign/", enrolment.lesson_assign, name="lesson_assign"),
    path("lessons/<int:pk>/progress/", enrolment.lesson_progress, name="lesson_progress"),
    path("enrolments/<int:pk>/cancel/", enrolment.enrolment_cancel, name="enrolment_cancel"),
]
