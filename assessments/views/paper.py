"""Papers."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessments.domain import paper as papers
from assessments.domain.paper import paper_problems
from assessments.domain.queries.question import lines_of, question_of
from assessments.interfaces.forms.paper import AddItemForm, PaperFilterForm, PaperForm
from assessments.models import Item, Paper
from assessments.rules import may_approve_paper, may_author, may_edit_paper, may_see_papers
from assessments.states import ItemState, PaperState
from assessments.views.casefile import step_of
from casebank.web.access import found_or_404, requires

PAGE_SIZE = 20


@requires(may_see_papers)
def paper_list(request: HttpRequest) -> HttpResponse:
    form = PaperFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = Paper.objects.visible_to(request.user).select_related("author__person", "approved_by__person")
    rows = rows.filter(title__icontains=wanted.get("q", ""))
    if wanted.get("state"):
        rows = rows.filter(state=wanted["state"])
    page = Paginator(rows.annotate(items=Count("slots")).order_by("-updated_at", "-pk"), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    context = {"form": form, "page": page, "may_author": may_author(request.user)}
    return render(request, "assessments/paper/list.html", context)


@requires(may_author)
@require_http_methods(["GET", "POST"])
def paper_new(request: HttpRequest) -> HttpResponse:
    form = PaperForm(request.POST or None)
    if form.is_valid():
        made = papers.create_paper(actor=request.user, texts=form.cleaned_data)
        return redirect("assessments:paper_detail", pk=made.pk)
    return render(request, "assessments/paper/form.html", {"form": form})


@requires(may_see_papers)
def paper_detail(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _visible(request, pk)
    may_edit = may_edit_paper(request.user, paper)
    lines = lines_of(paper)
    context = {
        "paper": paper,
        "lines": lines,
        "total": sum(line.points for line in lines),
        "may_edit": may_edit,
        "may_approve": may_approve_paper(request.user, paper),
        "may_plan": may_author(request.user) and paper.state == PaperState.APPROVED,
        "may_archive": may_author(request.user) and paper.state != PaperState.ARCHIVED,
        "problems": paper_problems(paper) if paper.state == PaperState.DRAFT else [],
        "add_form": AddItemForm(items=_addable(request, paper)) if may_edit else None,
        "sittings": paper.sittings.all(),
        "reads_items": may_author(request.user),
    }
    return render(request, "assessments/paper/detail.html", context)


@requires(may_author)
@require_http_methods(["GET", "POST"])
def paper_edit(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _editable(request, pk)
    form = PaperForm(request.POST or None, initial={"title": paper.title, "instructions": paper.instructions})
    if form.is_valid():
        papers.edit_paper(actor=request.user, paper=paper, texts=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("assessments:paper_detail", pk=pk)
    return render(request, "assessments/paper/form.html", {"form": form, "paper": paper})


@requires(may_see_papers)
def paper_print(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole paper to read or print: tasks and case files, without any key."""
    paper = _visible(request, pk)
    questions = [question_of(line) for line in lines_of(paper)]
    total = sum(question.line.points for question in questions)
    return render(request, "assessments/paper/print.html", {"paper": paper, "questions": questions, "total": total})


@requires(may_see_papers)
def paper_key(request: HttpRequest, pk: int) -> HttpResponse:
    """Keys and rubrics of the paper, for those who author and approve."""
    paper = _visible(request, pk)
    slots = paper.slots.select_related("item").prefetch_related(
        "item__key_findings__paragraph__document", "item__reference_sections", "item__criteria"
    )
    return render(request, "assessments/paper/key.html", {"paper": paper, "slots": slots})


@requires(may_author)
@require_POST
def paper_add(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _editable(request, pk)
    form = AddItemForm(request.POST, items=_addable(request, paper))
    if form.is_valid():
        papers.add_item(actor=request.user, paper=paper, item=form.cleaned_data["item"])
    else:
        messages.error(request, _("Choose an item from the list."))
    return redirect("assessments:paper_detail", pk=pk)


@requires(may_author)
@require_POST
def slot_move(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    slot = found_or_404(_editable(request, pk).slots, pk=slot_pk)
    papers.move_slot(actor=request.user, slot=slot, step=step_of(request))
    return redirect("assessments:paper_detail", pk=pk)


@requires(may_author)
@require_POST
def slot_remove(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    slot = found_or_404(_editable(request, pk).slots, pk=slot_pk)
    papers.remove_slot(actor=request.user, slot=slot)
    return redirect("assessments:paper_detail", pk=pk)


@requires(may_see_papers)
@require_POST
def paper_approve(request: HttpRequest, pk: int) -> HttpResponse:
    papers.approve_paper(actor=request.user, paper=_visible(request, pk))
    messages.success(request, _("The paper is approved. It and its items are fixed now."))
    return redirect("assessments:paper_detail", pk=pk)


@requires(may_author)
@require_POST
def paper_archive(request: HttpRequest, pk: int) -> HttpResponse:
    papers.archive_paper(actor=request.user, paper=_visible(request, pk))
    messages.success(request, _("The paper is archived."))
    return redirect("assessments:paper_list")


def _visible(request: HttpRequest, pk: int) -> Paper:
    rows = Paper.objects.visible_to(request.user).select_related("author__person", "approved_by__person")
    return found_or_404(rows, pk=pk)


def _editable(request: HttpRequest, pk: int) -> Paper:
    paper = _visible(request, pk)
    if not may_edit_paper(request.user, paper):
        raise Http404
    return paper


def _addable(request: HttpRequest, paper: Paper):
    families = paper.slots.values("item__family")
    return Item.objects.visible_to(request.user).filter(state=ItemState.READY).exclude(family__in=families)
