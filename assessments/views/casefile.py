"""Documents of an item's case file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessments.domain import casefile
from assessments.interfaces.forms.casefile import DocumentForm
from assessments.rules import may_author
from assessments.views.item import editable_or_404
from casebank.core.errors import Refused
from casebank.web.access import found_or_404, requires


@requires(may_author)
@require_http_methods(["GET", "POST"])
def document_new(request: HttpRequest, pk: int) -> HttpResponse:
    item = editable_or_404(request, pk)
    form = DocumentForm(request.POST or None)
    if form.is_valid() and _done(form, casefile.add_document, actor=request.user, item=item):
        messages.success(request, _("“%(title)s” was added.") % {"title": form.cleaned_data["title"]})
        again = "another" in request.POST
        return redirect("assessments:document_new" if again else "assessments:item_detail", pk=pk)
    return render(request, "assessments/item/document.html", {"form": form, "item": item})


@requires(may_author)
@require_http_methods(["GET", "POST"])
def document_edit(request: HttpRequest, pk: int, document_pk: int) -> HttpResponse:
    item = editable_or_404(request, pk)
    document = found_or_404(item.documents, pk=document_pk)
    text = "\n".join(document.paragraphs.values_list("text", flat=True))
    initial = {"title": document.title, "evidence_kind": document.evidence_kind, "text": text}
    form = DocumentForm(request.POST or None, initial=initial)
    if form.is_valid() and _done(form, casefile.edit_document, actor=request.user, document=document):
        messages.success(request, _("Saved."))
        return redirect("assessments:item_detail", pk=pk)
    return render(request, "assessments/item/document.html", {"form": form, "item": item, "document": document})


@requires(may_author)
@require_POST
def document_move(request: HttpRequest, pk: int, document_pk: int) -> HttpResponse:
    document = found_or_404(editable_or_404(request, pk).documents, pk=document_pk)
    casefile.move_document(actor=request.user, document=document, step=step_of(request))
    return redirect("assessments:item_detail", pk=pk)


@requires(may_author)
@require_POST
def document_remove(request: HttpRequest, pk: int, document_pk: int) -> HttpResponse:
    document = found_or_404(editable_or_404(request, pk).documents, pk=document_pk)
    casefile.remove_document(actor=request.user, document=document)
    messages.success(request, _("“%(title)s” was taken out.") % {"title": document.title})
    return redirect("assessments:item_detail", pk=pk)


def step_of(request: HttpRequest) -> int:
    """−1 for the button “up”, +1 for “down”."""
    return -1 if request.POST.get("step") == "up" else 1


def _done(form: DocumentForm, act, **values) -> bool:
    """Run the act; a refusal becomes an error of the form, so that the typed text stays on the page."""
    try:
        act(**form.cleaned_data, **values)
    except Refused as refusal:
        form.add_error("text", str(refusal))
        return False
    return True
