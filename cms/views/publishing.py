"""The desk page on which trainers and inspectors put studies and micro-classes on the website."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from casebank.public import list_releases, release_by_id
from casebank.web.access import allowed_or_404, found_or_404, requires
from cms.domain.publishing import publish_microclass, publish_release, unpublish_page
from cms.interfaces.forms.publishing import PublishingFilterForm
from cms.models import CaseStudyPage, MicroClassPage
from cms.rules import may_publish
from training.public import lesson_card, lesson_cards

PAGE_SIZE = 20


@requires(may_publish)
def publishing(request: HttpRequest) -> HttpResponse:
    """Released studies and micro-class lessons of the unit, each with its page if it has one."""
    form = PublishingFilterForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    unit = _unit(request)
    pages = {page.release_id: page for page in CaseStudyPage.objects.all()}
    rows = [(study, pages.get(study.id)) for study in list_releases(unit_id=unit, words=words)]
    context = {
        "form": form,
        "waiting": [study for study, page in rows if not (page and page.live)],
        "published": _page_of([row for row in rows if row[1] and row[1].live], request),
        "lessons": _lessons(unit, words),
    }
    return render(request, "cms/publishing.html", context)


@requires(may_publish)
@require_POST
def release_publish(request: HttpRequest, release_id: int) -> HttpResponse:
    study = release_by_id(release_id)
    allowed_or_404(study is not None and study.unit_id == _unit(request))
    page = publish_release(actor=request.user, release_id=release_id)
    messages.success(request, _("“%(title)s” is on the website.") % {"title": page.title})
    return redirect("publishing")


@requires(may_publish)
@require_POST
def microclass_publish(request: HttpRequest, lesson_id: int) -> HttpResponse:
    lesson = lesson_card(lesson_id)
    allowed_or_404(lesson is not None and lesson.unit_id == _unit(request))
    page = publish_microclass(actor=request.user, lesson_id=lesson_id)
    messages.success(request, _("“%(title)s” is on the website.") % {"title": page.title})
    return redirect("publishing")


@requires(may_publish)
@require_POST
def page_unpublish(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a study or micro-class of one's own unit off the website."""
    unit = _unit(request)
    studies = CaseStudyPage.objects.filter(release_id__in=[study.id for study in list_releases(unit_id=unit)])
    if not studies.filter(pk=page_id).exists():
        found_or_404(MicroClassPage.objects.filter(lesson__unit_id=unit), pk=page_id)
    page = unpublish_page(actor=request.user, page_id=page_id)
    messages.success(request, _("“%(title)s” is no longer on the website.") % {"title": page.title})
    return redirect("publishing")


def _unit(request: HttpRequest) -> int:
    """The unit of the account; 0, which no unit has, without a person."""
    return request.user.person.unit_id if request.user.person_id else 0


def _page_of(rows: list[Any], request: HttpRequest) -> Any:
    return Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))


def _lessons(unit: int, words: str) -> list[tuple[Any, MicroClassPage | None]]:
    pages = {page.lesson_id: page for page in MicroClassPage.objects.exclude(lesson=None)}
    cards = lesson_cards(unit_id=unit, microclass_only=True)
    found = [card for card in cards if words.lower() in f"{card.title} {card.defect_code}".lower()]
    return [(card, pages.get(card.id)) for card in found]
