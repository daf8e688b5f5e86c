"""Reference findings of an evidence-review item."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessments.domain import key
from assessments.domain.queries.question import preview_line, question_of
from assessments.enums import ItemKind
from assessments.interfaces.forms.key import FindingForm, prefill
from assessments.models import Item, KeyFinding
from assessments.rules import may_author
from assessments.views.casefile import step_of
from assessments.views.item import editable_or_404
from casebank.core.errors import Refused
from casebank.public import defect_choices, issue_choices
from casebank.web.access import found_or_404, requires


@requires(may_author)
@require_http_methods(["GET", "POST"])
def finding_new(request: HttpRequest, pk: int) -> HttpResponse:
    """A new finding; ``?issue=EI-001`` fills in what the knowledge list says about that issue."""
    item = _evidence_item(request, pk)
    issues = issue_choices()
    chosen = next((issue for issue in issues if issue.code == request.GET.get("issue")), None)
    form = FindingForm(request.POST or None, item=item, initial=prefill(chosen) if chosen else {})
    if form.is_valid() and _done(form, key.add_finding, actor=request.user, item=item):
        messages.success(request, _("The finding was added."))
        return redirect("assessments:finding_new" if "another" in request.POST else "assessments:item_detail", pk=pk)
    return _page(request, item, form, {"issues": issues, "chosen": chosen})


@requires(may_author)
@require_http_methods(["GET", "POST"])
def finding_edit(request: HttpRequest, pk: int, finding_pk: int) -> HttpResponse:
    item = _evidence_item(request, pk)
    finding = found_or_404(item.key_findings.select_related("paragraph"), pk=finding_pk)
    form = FindingForm(request.POST or None, item=item, initial=_initial(finding))
    if form.is_valid() and _done(form, key.edit_finding, actor=request.user, finding=finding):
        messages.success(request, _("Saved."))
        return redirect("assessments:item_detail", pk=pk)
    return _page(request, item, form, {"finding": finding})


@requires(may_author)
@require_POST
def finding_move(request: HttpRequest, pk: int, finding_pk: int) -> HttpResponse:
    finding = found_or_404(editable_or_404(request, pk).key_findings, pk=finding_pk)
    key.move_finding(actor=request.user, finding=finding, step=step_of(request))
    return redirect("assessments:item_detail", pk=pk)


@requires(may_author)
@require_POST
def finding_remove(request: HttpRequest, pk: int, finding_pk: int) -> HttpResponse:
    finding = found_or_404(editable_or_404(request, pk).key_findings, pk=finding_pk)
    key.remove_finding(actor=request.user, finding=finding)
    messages.success(request, _("The finding was removed."))
    return redirect("assessments:item_detail", pk=pk)


def _evidence_item(request: HttpRequest, pk: int) -> Item:
    item = editable_or_404(request, pk)
    if item.kind != ItemKind.EVIDENCE_REVIEW:
        raise Http404
    return item


def _initial(finding: KeyFinding) -> dict:
    place = {"document": finding.paragraph.document_id, "pid": finding.paragraph.pid, "start": finding.start}
    return place | {name: getattr(finding, name) for name in ("quote", *FindingForm.TEXTS)}


def _done(form: FindingForm, act, **values) -> bool:
    data = form.cleaned_data
    try:
        act(place=data["place"], quote=data["quote"], texts=form.texts(), **values)
    except Refused as refusal:
        form.add_error("defect_code", str(refusal))
        return False
    return True


def _page(request: HttpRequest, item: Item, form: FindingForm, context: dict) -> HttpResponse:
    question = question_of(preview_line(item))
    ids = list(item.documents.values_list("pk", flat=True))
    context |= {"item": item, "form": form, "question": question, "defects": defect_choices(), "document_ids": ids}
    return render(request, "assessments/item/finding.html", context)
