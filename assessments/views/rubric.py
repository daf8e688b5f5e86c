"""Rubric and reference document of a drafting item."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessments.domain import rubric
from assessments.enums import ItemKind
from assessments.interfaces.forms.rubric import CriterionForm, ReferenceForm
from assessments.models import Item
from assessments.rules import may_author
from assessments.views.casefile import step_of
from assessments.views.item import editable_or_404
from casebank.public import document_section_choices
from casebank.web.access import found_or_404, requires


@requires(may_author)
@require_http_methods(["GET", "POST"])
def reference_edit(request: HttpRequest, pk: int) -> HttpResponse:
    item = _drafting_item(request, pk)
    form = ReferenceForm(request.POST or None, item=item)
    if form.is_valid():
        rubric.write_reference(actor=request.user, item=item, texts=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("assessments:item_detail", pk=pk)
    return render(request, "assessments/item/reference.html", {"form": form, "item": item})


@requires(may_author)
@require_http_methods(["GET", "POST"])
def criterion_new(request: HttpRequest, pk: int) -> HttpResponse:
    item = _drafting_item(request, pk)
    form = CriterionForm(request.POST or None, item=item, initial={"section": request.GET.get("section", "")})
    if form.is_valid():
        rubric.add_criterion(actor=request.user, item=item, values=form.cleaned_data)
        messages.success(request, _("The rubric point was added."))
        return redirect("assessments:criterion_new" if "another" in request.POST else "assessments:item_detail", pk=pk)
    return _page(request, item, form)


@requires(may_author)
@require_http_methods(["GET", "POST"])
def criterion_edit(request: HttpRequest, pk: int, criterion_pk: int) -> HttpResponse:
    item = _drafting_item(request, pk)
    criterion = found_or_404(item.criteria, pk=criterion_pk)
    initial = {name: getattr(criterion, name) for name in CriterionForm.base_fields}
    form = CriterionForm(request.POST or None, item=item, initial=initial)
    if form.is_valid():
        rubric.edit_criterion(actor=request.user, criterion=criterion, values=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("assessments:item_detail", pk=pk)
    return _page(request, item, form, criterion)


@requires(may_author)
@require_POST
def criterion_move(request: HttpRequest, pk: int, criterion_pk: int) -> HttpResponse:
    criterion = found_or_404(editable_or_404(request, pk).criteria, pk=criterion_pk)
    rubric.move_criterion(actor=request.user, criterion=criterion, step=step_of(request))
    return redirect("assessments:item_detail", pk=pk)


@requires(may_author)
@require_POST
def criterion_remove(request: HttpRequest, pk: int, criterion_pk: int) -> HttpResponse:
    criterion = found_or_404(editable_or_404(request, pk).criteria, pk=criterion_pk)
    rubric.remove_criterion(actor=request.user, criterion=criterion)
    messages.success(request, _("The rubric point was removed."))
    return redirect("assessments:item_detail", pk=pk)


def _drafting_item(request: HttpRequest, pk: int) -> Item:
    item = editable_or_404(request, pk)
    if item.kind != ItemKind.DRAFTING:
        raise Http404
    return item


def _page(request: HttpRequest, item: Item, form: CriterionForm, criterion=None) -> HttpResponse:
    context = {"form": form, "item": item, "criterion": criterion}
    context["guidance"] = document_section_choices(item.document_code)
    return render(request, "assessments/item/criterion.html", context)
