"""Bringing in an inspection ledger: upload, columns, check, commit, result."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casebank.core.errors import Refused
from casebank.core.evaluation.cells import Table, shown
from casebank.domain.ledger_import import choose_version, commit_import
from casebank.domain.ledger_preview import Upload, cancel_import, preview_import, remap_import
from casebank.domain.queries.ledger_register import schemes_of, stored_values
from casebank.domain.unit import set_score_bands
from casebank.enums import RowStatus
from casebank.interfaces.exporters.ledger_errors import error_workbook
from casebank.interfaces.exporters.workbook import XLSX
from casebank.interfaces.forms.ledger import BandsForm, ChoiceForm, ColumnsForm, TableFileForm
from casebank.interfaces.importers.tables import read_tables
from casebank.interfaces.ledger_texts import field_label
from casebank.models import ImportBatch
from casebank.rules import may_import
from casebank.states import ImportState
from casebank.views.ledger_rows import conflicts, tabs_of, view_rows
from casebank.web.access import found_or_404, requires
from casebank.web.downloads import attachment

PAGE_SIZE = 25
SAMPLE_ROWS = 3


def _batches(user):
    """Imports of the person's unit."""
    return ImportBatch.objects.filter(unit=user.person.unit_id if user.person_id else None).select_related("created_by")


@requires(may_import)
@require_safe
def ledger_list(request: HttpRequest) -> HttpResponse:
    page = Paginator(_batches(request.user), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "casebank/ledger/list.html", {"page": page})


@requires(may_import)
@require_http_methods(["GET", "POST"])
def ledger_upload(request: HttpRequest) -> HttpResponse:
    form = TableFileForm(request.POST, request.FILES) if request.method == "POST" else TableFileForm()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        upload = Upload(given["file"].name, given["data"])
        try:
            batch = preview_import(
                actor=request.user, unit=request.user.person.unit, upload=upload, tables=given["tables"]
            )
        except Refused as error:
            form.add_error("file", str(error))
        else:
            _warn_of_second_time(request, batch)
            return redirect("casebank:ledger_columns", pk=batch.pk)
    return render(request, "casebank/ledger/upload.html", {"form": form}, status=422 if form.errors else 200)


def _warn_of_second_time(request: HttpRequest, batch: ImportBatch) -> None:
    earlier = _batches(request.user).filter(sha256=batch.sha256, state=ImportState.COMMITTED).first()
    if earlier:
        when = {"day": earlier.committed_at.date().isoformat()}
        messages.warning(request, _("This very file was already imported on %(day)s; nothing is loaded twice.") % when)


@requires(may_import)
@require_http_methods(["GET", "POST"])
def ledger_columns(request: HttpRequest, pk: int) -> HttpResponse:
    """What was recognised, with a few values; corrections read the file again."""
    batch = found_or_404(_batches(request.user).filter(state=ImportState.PREVIEWED), pk=pk)
    tables = _tables(batch)
    form = ColumnsForm(request.POST or None, batch=batch)
    if request.method == "POST" and form.is_valid():
        if {name: at and at - 1 for name, at in form.mapping.items() if at} != batch.mapping:
            remap_import(actor=request.user, batch=batch, tables=tables, mapping=form.mapping)
        return redirect("casebank:ledger_detail", pk=pk)
    missing = [field_label(name) for name in batch.counts.get("missing", [])]
    context = {"batch": batch, "form": form, "samples": _samples(batch, tables), "missing": missing}
    return render(request, "casebank/ledger/columns.html", context, status=422 if form.errors else 200)


def _tables(batch: ImportBatch) -> tuple[Table, ...]:
    with batch.source.file.open("rb") as file:
        return read_tables(file.read(), batch.file_name)


def _samples(batch: ImportBatch, tables: tuple[Table, ...]) -> list[tuple]:
    """The first data rows of the sheet, cut to the columns of the header."""
    table = next((one for one in tables if one.name[:60] == batch.sheet), tables[0])
    start = batch.header_rows[1]
    return [tuple(map(shown, row[: len(batch.columns)])) for row in table.rows[start : start + SAMPLE_ROWS]]


@requires(may_import)
@require_safe
def ledger_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Preview before the commit, result after it: the rows by what was thought of them."""
    batch = found_or_404(_batches(request.user), pk=pk)
    if batch.state == ImportState.PREVIEWED and batch.counts.get("missing"):
        return redirect("casebank:ledger_columns", pk=pk)
    tabs = tabs_of(batch)
    tab = request.GET.get("tab")
    tab = tab if tab in tabs else next((name for name, count in tabs.items() if count), RowStatus.VALID)
    context = {"batch": batch, "tabs": tabs, "tab": tab, "figures": batch.counts, "previewed": _is_preview(batch)}
    if tab == RowStatus.CONFLICT:
        groups = conflicts(batch)
        page = Paginator(groups, PAGE_SIZE).get_page(request.GET.get("page"))
        context["stored"] = stored_values(batch.unit, (group.case_no for group in page))
    else:
        page = Paginator(view_rows(batch, tab), PAGE_SIZE).get_page(request.GET.get("page"))
    chosen = batch.rows.filter(status=RowStatus.CONFLICT, chosen=True).count()
    return render(request, "casebank/ledger/detail.html", {**context, "page": page, "chosen": chosen})


def _is_preview(batch: ImportBatch) -> bool:
    return batch.state == ImportState.PREVIEWED


@requires(may_import)
@require_POST
def ledger_choose(request: HttpRequest, pk: int) -> HttpResponse:
    batch = found_or_404(_batches(request.user), pk=pk)
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Please choose one of the rows shown."))
    case_no = form.cleaned_data["case_no"]
    choose_version(actor=request.user, batch=batch, case_no=case_no, row_number=form.cleaned_data["row"])
    messages.success(request, _("%(case)s: the choice is saved.") % {"case": case_no})
    return redirect(f"{_address(batch)}?tab={RowStatus.CONFLICT}")


@requires(may_import)
@require_POST
def ledger_commit(request: HttpRequest, pk: int) -> HttpResponse:
    batch = commit_import(actor=request.user, batch=found_or_404(_batches(request.user), pk=pk))
    messages.success(request, _("%(count)d evaluations were imported.") % {"count": batch.counts["loaded"]})
    return redirect(_address(batch))


@requires(may_import)
@require_POST
def ledger_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    cancel_import(actor=request.user, batch=found_or_404(_batches(request.user), pk=pk))
    messages.success(request, _("The import was cancelled; the uploaded file is deleted."))
    return redirect("casebank:ledger_list")


@requires(may_import)
@require_safe
def ledger_errors(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that are not loaded, as a workbook to correct."""
    batch = found_or_404(_batches(request.user).exclude(state=ImportState.CANCELLED), pk=pk)
    name = _("Rows to correct – %(file)s.xlsx") % {"file": batch.file_name.rpartition(".")[0] or batch.file_name}
    return attachment(error_workbook(batch), name=name, content_type=XLSX)


@requires(may_import)
@require_http_methods(["GET", "POST"])
def ledger_bands(request: HttpRequest) -> HttpResponse:
    """The score bands of the unit, which the import compares scores and grades with."""
    unit = request.user.person.unit
    names = [grade.name for grade in schemes_of(unit)[-1].grades]
    form = BandsForm(request.POST or None, unit=unit, names=names)
    if request.method == "POST" and form.is_valid():
        set_score_bands(actor=request.user, unit=unit, bands=form.bands)
        messages.success(request, _("The score bands are saved; they hold for the next import."))
        return redirect("casebank:ledger_list")
    return render(request, "casebank/ledger/bands.html", {"form": form}, status=422 if form.errors else 200)


def _address(batch: ImportBatch) -> str:
    return redirect("casebank:ledger_detail", pk=batch.pk).url
