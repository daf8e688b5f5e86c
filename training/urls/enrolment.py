"""Addresses of lessons for those who learn."""

from django.urls import path

from training.views import growth, learning

urlpatterns = [
    path("mine/", learning.my_training, name="my_lessons"),
    path("mine/<int:pk>/", learning.lesson_read, name="lesson_read"),
    path("mine/<int:pk>/start/", learning.lesson_start, name="lesson_start"),
    path("mine/<int:pk>/answers/", learning.lesson_answer, name="lesson_answer"),
    path("mine/<int:pk>/receipt/", learning.lesson_receipt, name="lesson_receipt"),
    path("open/<int:lesson>/", learning.lesson_open, name="lesson_open"),
    path("open/<int:lesson>/take/", learning.lesson_choose_mine, name="lesson_take"),
    path("growth/", growth.my_growth, name="my_growth"),
]
