"""The item bank: list, item, texts, states, preview."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessments.domain import item as items
from assessments.domain.item_checks import item_problems
from assessments.domain.queries.question import preview_line, question_of
from assessments.enums import Attribute, Consequence, ItemKind
from assessments.interfaces.forms.item import ItemFilterForm, ItemForm
from assessments.models import Item
from assessments.rules import may_author, may_edit_item
from casebank.public import competency_choices, defect_choices, document_section_choices
from casebank.web.access import found_or_404, requires

PAGE_SIZE = 20


@requires(may_author)
def item_list(request: HttpRequest) -> HttpResponse:
    form = ItemFilterForm(request.GET)
    rows = Item.objects.visible_to(request.user).with_points().select_related("author__person")
    page = Paginator(_filtered(rows, form), PAGE_SIZE).get_page(request.GET.get("page"))
    names = {choice.code: choice.title for choice in competency_choices()}
    for row in page:
        row.competencies = [names.get(code, code) for code in row.competency_codes]
    return render(request, "assessments/item/list.html", {"form": form, "page": page})


@requires(may_author)
@require_http_methods(["GET", "POST"])
def item_new(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in ItemKind.values:
        raise Http404
    form = ItemForm(request.POST or None, kind=kind)
    if form.is_valid():
        made = items.create_item(actor=request.user, kind=ItemKind(kind), texts=form.cleaned_data)
        messages.success(request, _("The item was made. Now add its case file and its key."))
        return redirect("assessments:item_detail", pk=made.pk)
    return render(request, "assessments/item/form.html", {"form": form, "kind_label": ItemKind(kind).label})


@requires(may_author)
def item_detail(request: HttpRequest, pk: int) -> HttpResponse:
    item = found_or_404(Item.objects.visible_to(request.user).with_points().select_related("author__person"), pk=pk)
    titles = {choice.code: choice.title for choice in defect_choices()}
    findings = list(item.key_findings.select_related("paragraph__document"))
    for finding in findings:
        finding.defect_title = titles.get(finding.defect_code, "")
    names = {choice.code: choice.title for choice in competency_choices()}
    context = {
        "item": item,
        "may_edit": may_edit_item(request.user, item),
        "problems": item_problems(item) if item.frozen_at is None else [],
        "competencies": [names.get(code, code) for code in item.competency_codes],
        "documents": item.documents.prefetch_related("paragraphs"),
        "findings": findings,
        "sections": _sections(item),
        "criteria": list(item.criteria.all()),
        "versions": Item.objects.visible_to(request.user).filter(family=item.family).order_by("number"),
        "papers": item.slots.select_related("paper"),
    }
    return render(request, "assessments/item/detail.html", context)


@requires(may_author)
@require_http_methods(["GET", "POST"])
def item_edit(request: HttpRequest, pk: int) -> HttpResponse:
    item = editable_or_404(request, pk)
    initial = {name: getattr(item, name) for name in ItemForm.base_fields}
    form = ItemForm(request.POST or None, kind=item.kind, initial=initial)
    if form.is_valid():
        items.edit_item(actor=request.user, item=item, texts=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("assessments:item_detail", pk=pk)
    context = {"form": form, "item": item, "kind_label": item.get_kind_display()}
    return render(request, "assessments/item/form.html", context)


@requires(may_author)
def item_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The question as a candidate sees it; nothing that is typed here goes anywhere."""
    item = found_or_404(Item.objects.visible_to(request.user), pk=pk)
    question = question_of(preview_line(item))
    context = {
        "item": item,
        "question": question,
        "defects": defect_choices(),
        "attributes": Attribute.choices,
        "consequences": Consequence.choices,
        "preview": True,
    }
    return render(request, "assessments/item/preview.html", context)


@requires(may_author)
@require_POST
def item_state(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Ready, back to draft, archive."""
    item = found_or_404(Item.objects.visible_to(request.user), pk=pk)
    acts = {"ready": items.mark_ready, "draft": items.reopen_item, "archive": items.archive_item}
    moved = acts[act](actor=request.user, item=item)
    messages.success(request, _("The item is now “%(state)s”.") % {"state": moved.get_state_display()})
    return redirect("assessments:item_detail", pk=pk)


@requires(may_author)
@require_POST
def item_duplicate(request: HttpRequest, pk: int) -> HttpResponse:
    item = found_or_404(Item.objects.visible_to(request.user), pk=pk)
    copy = items.duplicate_item(actor=request.user, item=item)
    messages.success(request, _("Version %(number)d was made as a draft.") % {"number": copy.number})
    return redirect("assessments:item_detail", pk=copy.pk)


def editable_or_404(request: HttpRequest, pk: int) -> Item:
    """The item if this person may change it now; anything else does not exist."""
    item = found_or_404(Item.objects.visible_to(request.user), pk=pk)
    if not may_edit_item(request.user, item):
        raise Http404
    return item


def _filtered(rows, form: ItemFilterForm):
    wanted = form.cleaned_data if form.is_valid() else {}
    for term in wanted.get("q", "").split():
        rows = rows.filter(
            Q(title__icontains=term) | Q(task__icontains=term) | Q(key_findings__defect_code=term.upper())
        )
    if wanted.get("kind"):
        rows = rows.filter(kind=wanted["kind"])
    if wanted.get("competency"):
        # A JSON list of codes: searched as text, because SQLite knows no containment of JSON.
        rows = rows.filter(competency_codes__icontains=f'"{wanted["competency"]}"')
    rows = rows.filter(state=wanted["state"]) if wanted.get("state") else rows.exclude(state="archived")
    return rows.order_by("-updated_at", "-pk").distinct()


def _sections(item: Item) -> list[dict]:
    """Reference sections with the points the knowledge list suggests and those the rubric gives."""
    suggested = {one.code: one.points for one in document_section_choices(item.document_code)}
    given: dict[str, int] = {}
    for one in item.criteria.all():
        given[one.section] = given.get(one.section, 0) + one.points
    return [
        {"row": one, "suggested": suggested.get(one.section), "given": given.get(one.section, 0)}
        for one in item.reference_sections.all()
    ]
