"""Addresses of the whole site."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.views import errors, publishing
from cms.views.account import ask_administrator
from cms.views.defect import defect_code
from cms.views.desk import desk
from cms.views.search import search

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

# What django-allauth would do by mail: here the administrator does it, in person.
BY_ADMINISTRATOR = r"^accounts/(?:signup|email|confirm-email|password/set|password/reset|login/code)(?:/.*)?$"

# Wagtail brings two sign-in forms of its own that do not count wrong guesses; there is one door.
SIGN_IN = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("desk/", desk, name="desk"),
    path("desk/publishing/", publishing.publishing, name="publishing"),
    path("desk/publishing/studies/<int:release_id>/", publishing.release_publish, name="publish_release"),
    path("desk/publishing/micro-classes/<int:lesson_id>/", publishing.microclass_publish, name="publish_microclass"),
    path("desk/publishing/pages/<int:page_id>/unpublish/", publishing.page_unpublish, name="unpublish_page"),
    path("search/", search, name="search"),
    path("negative-list/<str:code>/", defect_code, name="defect_code"),
    re_path(BY_ADMINISTRATOR, ask_administrator),
    path("accounts/", include("allauth.account.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/login/", SIGN_IN),
    path("_util/login/", SIGN_IN),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("cases/", include("casebank.urls")),
    path("tests/", include("assessments.urls")),
    path("training/", include("training.urls")),
    path("", include(wagtail_urls)),
]
if settings.MEDIA_URL.startswith("/"):
    urlpatterns = [*static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT), *urlpatterns]
