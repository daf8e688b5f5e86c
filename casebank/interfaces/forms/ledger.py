"""Forms of the ledger import."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casebank.core.errors import Refused
from casebank.core.evaluation.headers import LEDGER, LEDGER_REQUIRED, column_letter
from casebank.interfaces.importers.guards import MOST_BYTES
from casebank.interfaces.importers.tables import ACCEPTED, read_tables
from casebank.interfaces.ledger_texts import field_label
from casebank.models import ImportBatch, Unit


class TableFileForm(forms.Form):
    """A workbook or CSV file; ``cleaned_data`` also holds ``data`` (bytes) and ``tables``."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("Excel workbook (.xlsx) or CSV, up to 20 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ACCEPTED)}),
        error_messages={"empty": gettext_lazy("The file is empty.")},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            limit = MOST_BYTES // 1024 // 1024
            raise ValidationError(_("The file is larger than %(limit)d MB. Please split it.") % {"limit": limit})
        data = file.read()
        try:
            self.cleaned_data["tables"] = read_tables(data, file.name)
        except Refused as error:
            raise ValidationError(str(error)) from error
        self.cleaned_data["data"] = data
        return file


class ColumnsForm(forms.Form):
    """Which column holds which field; one select per field, fed with the columns of the sheet."""

    def __init__(self, *args: Any, batch: ImportBatch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns = [(str(at), f"{column_letter(at)} {text}".strip()) for at, text in enumerate(batch.columns)]
        for name in LEDGER:
            self.fields[name] = forms.ChoiceField(
                label=field_label(name),
                choices=[("", _("– no column –")), *columns],
                required=name in LEDGER_REQUIRED,
                initial=str(batch.mapping.get(name, "")),
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        used: dict[str, str] = {}
        for name, column in list(given.items()):
            if column and column in used:
                other = {"field": field_label(used[column])}
                self.add_error(name, _("This column is already used for “%(field)s”.") % other)
            elif column:
                used[column] = name
        return given

    @property
    def mapping(self) -> dict[str, int | None]:
        """Field → 1-based column, None for no column."""
        return {name: int(at) + 1 if at else None for name, at in self.cleaned_data.items()}


class ChoiceForm(forms.Form):
    """Which version of a case in conflict is to be loaded; ``row`` empty means none."""

    case_no = forms.CharField(max_length=80)
    row = forms.IntegerField(required=False, min_value=1)


class BandsForm(forms.Form):
    """Lowest scores of the first three grades; the fourth begins at 0."""

    def __init__(self, *args: Any, unit: Unit, names: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for rank, name in enumerate(names[:3], 1):
            self.fields[f"rank_{rank}"] = forms.DecimalField(
                label=_("“%(grade)s” from") % {"grade": name},
                min_value=0,
                max_value=100,
                decimal_places=1,
                initial=unit.score_bands.get(str(rank)),
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        floors = [given[name] for name in self.fields if given.get(name) is not None]
        if floors != sorted(floors, reverse=True) or len(set(floors)) < len(floors):
            raise ValidationError(_("Each grade must begin at a lower score than the one before it."))
        return given

    @property
    def bands(self) -> dict[str, float]:
        """Rank → lowest score, as a unit keeps them."""
        floors = {name.removeprefix("rank_"): float(value) for name, value in self.cleaned_data.items()}
        return {**floors, "4": 0}
