"""Pages on which trainers and inspectors browse the knowledge lists and inspectors keep them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casebank.domain.knowledge import edit_knowledge_row, set_knowledge_in_use
from casebank.domain.queries.knowledge import LISTS, KnowledgeList
from casebank.interfaces.forms.knowledge import NOT_FOR_EDITING, OPEN, KnowledgeFilterForm, knowledge_row_form
from casebank.models import Activity
from casebank.models.knowledge_row import KnowledgeRow
from casebank.rules import may_edit_knowledge, may_see_unverified_knowledge
from casebank.web.access import found_or_404, requires

PAGE_SIZE = 30


@requires(may_see_unverified_knowledge)
def knowledge(request: HttpRequest) -> HttpResponse:
    """All lists with how many rows they hold, use, and still have to verify."""
    counting = {
        "rows": Count("pk"),
        "in_use": Count("pk", filter=Q(is_active=True)),
        "open": Count("pk", filter=Q(verify_class__in=OPEN)),
    }
    lists = [(item, item.model._default_manager.aggregate(**counting)) for item in LISTS.values()]
    return render(request, "casebank/knowledge/index.html", {"lists": lists})


@requires(may_see_unverified_knowledge)
def knowledge_list(request: HttpRequest, slug: str) -> HttpResponse:
    """One list as a table with search and filters."""
    item = _list_or_404(slug)
    rows = item.model._default_manager.all()
    form = KnowledgeFilterForm(request.GET, of=item, rows=rows)
    relations = [name for name in item.columns if item.model._meta.get_field(name).is_relation]
    found = form.apply(rows).select_related(*relations) if relations else form.apply(rows)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "item": item,
        "form": form,
        "page": page,
        "columns": [item.model._meta.get_field(name).verbose_name for name in item.columns],
        "rows": [(row, [getattr(row, name) for name in item.columns]) for row in page],
    }
    return render(request, "casebank/knowledge/list.html", context)


@requires(may_see_unverified_knowledge)
def knowledge_row(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One row with its source, what was changed here and by whom."""
    item, row = _row_or_404(slug, code)
    context = {
        "item": item,
        "row": row,
        "facts": _facts(row),
        "history": _history(row),
        "may_edit": may_edit_knowledge(request.user),
    }
    return render(request, "casebank/knowledge/row.html", context)


@requires(may_edit_knowledge)
@require_http_methods(["GET", "POST"])
def knowledge_row_edit(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    item, row = _row_or_404(slug, code)
    form = knowledge_row_form(row)(request.POST or None, instance=row)
    if form.is_valid():
        edit_knowledge_row(actor=request.user, row=row, changes=form.cleaned_data)
        messages.success(request, _("%(code)s is saved.") % {"code": row.code})
        return redirect("casebank:knowledge_row", slug=slug, code=code)
    return render(request, "casebank/knowledge/edit.html", {"item": item, "row": row, "form": form})


@requires(may_edit_knowledge)
@require_POST
def knowledge_row_use(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Retire the row or take it into use again."""
    _item, row = _row_or_404(slug, code)
    in_use = request.POST.get("in_use") == "1"
    set_knowledge_in_use(actor=request.user, row=row, in_use=in_use)
    words = _("%(code)s is in use again.") if in_use else _("%(code)s is retired.")
    messages.success(request, words % {"code": row.code})
    return redirect("casebank:knowledge_row", slug=slug, code=code)


def _list_or_404(slug: str) -> KnowledgeList:
    if slug not in LISTS:
        raise Http404
    return LISTS[slug]


def _row_or_404(slug: str, code: str) -> tuple[KnowledgeList, Any]:
    item = _list_or_404(slug)
    return item, found_or_404(item.model._default_manager.all(), code=code)


def _facts(row: KnowledgeRow) -> list[tuple[str, Any, bool]]:
    """(label, value, edited here) of every field that people read."""
    edited = set(row.edited_fields)
    fields = [field for field in row._meta.concrete_fields if field.name not in NOT_FOR_EDITING]
    return [(field.verbose_name, _shown(row, field.name), field.name in edited) for field in fields]


def _shown(row: KnowledgeRow, name: str) -> Any:
    display = getattr(row, f"get_{name}_display", None)
    return display() if display else getattr(row, name)


def _history(row: KnowledgeRow) -> list[dict[str, Any]]:
    acts = {
        "knowledge.edited": _("Edited: %(fields)s"),
        "knowledge.retired": _("Retired"),
        "knowledge.activated": _("Taken into use"),
    }
    subject = f"{row._meta.label}:{row.pk}"
    found = Activity.objects.filter(subject=subject, act__in=acts).select_related("actor__person")
    return [
        {
            "when": line.at,
            "what": acts[line.act] % {"fields": _labels(row, line.detail.get("fields", []))},
            "who": line.actor.display_name if line.actor else _("System"),
        }
        for line in found[:30]
    ]


def _labels(row: KnowledgeRow, names: list[str]) -> str:
    known = {field.name: str(field.verbose_name) for field in row._meta.concrete_fields}
    return "、".join(known.get(name, name) for name in names)
