"""Studies: the list, starting one, writing it, and the page that shows how far it is."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casebank.core.errors import Refused
from casebank.domain.files import Upload
from casebank.domain.queries.study import findings_for_studies, history_of, studies_for, studies_opened_by, title_for
from casebank.domain.study import edit_study, open_facts, start_study
from casebank.interfaces.forms.study import (
    FindingSearchForm,
    PartyFormSet,
    StudyFilterForm,
    StudyForm,
    StudyStartForm,
    WithdrawForm,
)
from casebank.interfaces.importers.document import read_document
from casebank.models import Study, User
from casebank.rules import (
    may_author_studies,
    may_confirm_study,
    may_edit_study,
    may_mask_study,
    may_open_facts,
    may_see_studies,
    may_withdraw_study,
)
from casebank.states import StudyState
from casebank.web.access import allowed_or_404, found_or_404, requires

PAGE_SIZE = 25


def study_or_404(user: User, pk: int) -> Study:
    """A study of the person's unit, or 404."""
    related = ("defect", "finding__evaluation__case__unit", "author__person", "resolved_by__person", "upload")
    return found_or_404(Study.objects.visible_to(user).select_related(*related), pk=pk)


@requires(may_see_studies)
@require_safe
def study_list(request: HttpRequest) -> HttpResponse:
    form = StudyFilterForm(request.GET, studies=Study.objects.visible_to(request.user))
    page = Paginator(studies_for(request.user, **form.wanted()), PAGE_SIZE).get_page(request.GET.get("page"))
    seen = studies_opened_by(request.user, page)
    context = {
        "form": form,
        "page": page,
        "rows": [(s, title_for(request.user, s), _next_step(request.user, s, s.pk in seen)) for s in page],
        "may_author": may_author_studies(request.user),
    }
    return render(request, "casebank/study/list.html", context)


@requires(may_author_studies)
@require_safe
def study_choose(request: HttpRequest) -> HttpResponse:
    """Confirmed findings of the unit to start from."""
    form = FindingSearchForm(request.GET)
    page = Paginator(findings_for_studies(request.user, **form.wanted()), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "casebank/study/choose.html", {"form": form, "page": page})


@requires(may_author_studies)
@require_http_methods(["GET", "POST"])
def study_start(request: HttpRequest, finding: int) -> HttpResponse:
    chosen = found_or_404(findings_for_studies(request.user), pk=finding)
    form = StudyStartForm(request.POST or None, initial={"title": chosen.defect.title})
    if form.is_valid():
        study = start_study(actor=request.user, finding=chosen, title=form.cleaned_data["title"])
        messages.success(request, _("The draft is made. Now enter the facts and the people in them."))
        return redirect("casebank:study_edit", pk=study.pk)
    return render(request, "casebank/study/start.html", {"finding": chosen, "form": form})


@requires(may_see_studies)
@require_safe
def study_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the study is and what comes next; never the real facts."""
    study = study_or_404(request.user, pk)
    context = {
        "study": study,
        "title": title_for(request.user, study),
        "step": _next_step(request.user, study, bool(studies_opened_by(request.user, [study]))),
        "steps": _steps(study),
        "knows": request.user.pk in {study.author_id, study.resolved_by_id},
        "may_edit": may_edit_study(request.user, study),
        "may_open": may_open_facts(request.user, study),
        "may_withdraw": may_withdraw_study(request.user, study) and study.state == StudyState.RELEASED,
        "withdraw_form": WithdrawForm(),
        "release": study.releases.select_related("confirmed_by__person").first(),
        "history": _history(study),
    }
    return render(request, "casebank/study/detail.html", context)


@requires(may_see_studies)
@require_http_methods(["GET", "POST"])
def study_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The real texts; each opening is written down."""
    study = study_or_404(request.user, pk)
    allowed_or_404(may_edit_study(request.user, study))
    if request.method == "POST":
        form, parties = StudyForm(request.POST, request.FILES), PartyFormSet(request.POST, prefix="party")
        saved = form.is_valid() and parties.is_valid() and _save(request, study, form, parties)
        if saved:
            return _after_saving(request, saved)
    else:
        open_facts(actor=request.user, study=study)
        form = StudyForm(initial=study.texts)
        parties = PartyFormSet(initial=study.parties, prefix="party")
    context = {"study": study, "form": form, "parties": parties}
    return render(request, "casebank/study/edit.html", context)


def _save(request: HttpRequest, study: Study, form: StudyForm, parties: Any) -> Study | None:
    """The saved study, or ``None`` with the reason on the form."""
    texts, upload = form.texts(), None
    try:
        if sent := form.cleaned_data["upload"]:
            upload = Upload(sent.name, sent.read())
            texts["facts"] = read_document(upload.data, upload.name)
    except Refused as error:
        form.add_error("upload", str(error))
        return None
    try:
        rows = [row.cleaned_data for row in parties if row.cleaned_data.get("name")]
        return edit_study(actor=request.user, study=study, texts=texts, parties=rows, upload=upload)
    except Refused as error:
        form.add_error(None, str(error))
        return None


def _after_saving(request: HttpRequest, study: Study) -> HttpResponse:
    messages.success(request, _("Saved."))
    if study.state == StudyState.DRAFT and request.POST.get("then") == "propose":
        return redirect(reverse("casebank:study_detail", args=[study.pk]) + "#next")
    return redirect("casebank:study_edit", pk=study.pk)


def _next_step(user: User, study: Study, has_seen_facts: bool) -> str:
    """What this person can do next: edit, propose, decide, read, wait, closed (seen the facts) or nothing."""
    if study.state == StudyState.DRAFT:
        return ("propose" if study.facts else "edit") if may_edit_study(user, study) else "wait"
    if study.state == StudyState.SUGGESTED:
        return "decide" if may_mask_study(user, study) else "wait"
    if study.state == StudyState.RESOLVED and may_confirm_study(user, study):
        return "closed" if has_seen_facts else "read"
    return "wait" if study.state == StudyState.RESOLVED else ""


def _steps(study: Study) -> list[tuple[str, str]]:
    """(label, "done" | "current" | "open") of the way to the release."""
    way = [StudyState.DRAFT, StudyState.SUGGESTED, StudyState.RESOLVED, StudyState.RELEASED]
    if study.state == StudyState.WITHDRAWN:
        way.append(StudyState.WITHDRAWN)
    at = way.index(StudyState(study.state))
    marks = ["done" if place < at else "current" if place == at else "open" for place in range(len(way))]
    return [(state.label, mark) for state, mark in zip(way, marks, strict=True)]


def _history(study: Study) -> list[dict[str, Any]]:
    words = {
        "study.started": _("Study started"),
        "study.edited": _("Texts saved"),
        "study.facts_opened": _("Real facts opened"),
        "study.suggested": _("Masking proposed"),
        "study.span_added": _("Words added by hand"),
        "study.resolved": _("Masking decided"),
        "study.draft": _("Masking void, because the texts were changed"),
        "study.released": _("Confirmed and released"),
        "study.withdrawn": _("Withdrawn"),
    }
    back = _("Sent back by the second person")
    return [
        {
            "when": line.at,
            "what": back if line.detail.get("sent_back") else words.get(line.act, line.act),
            "who": line.actor.display_name if line.actor else _("System"),
        }
        for line in history_of(study)[:40]
    ]
