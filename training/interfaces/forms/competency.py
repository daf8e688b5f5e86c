"""Forms of the competency report, of targets and of the training effect."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from training.core.periods import Period, last_months
from training.domain.competency import HIGHEST, LOWEST

EARLIEST = date(2000, 1, 1)
MOST_DAYS = 3660
HALF_LIVES = ((6, _("6 months")), (12, _("12 months")), (24, _("24 months")))


def _day(label: Any, **kwargs: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), **kwargs)


class PeriodForm(forms.Form):
    """From, to, and how fast evidence grows old."""

    since = _day(_("From"))
    until = _day(_("To"))
    half_life = forms.TypedChoiceField(label=_("Evidence counts half after"), coerce=int, choices=HALF_LIVES)

    @classmethod
    def defaults(cls, today: date) -> dict[str, str]:
        """The last 12 months."""
        year = last_months(today)
        return {"since": year.start.isoformat(), "until": year.end.isoformat(), "half_life": "12"}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        since, until = values.get("since"), values.get("until")
        if since and until:
            if until < since:
                self.add_error("until", _("The last day lies before the first day."))
            elif since < EARLIEST or (until - since).days > MOST_DAYS:
                self.add_error("since", _("A period lies after 2000 and spans at most ten years."))
        return values

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["since"], self.cleaned_data["until"])


class ReportForm(PeriodForm):
    """The competency report; without ``department`` it is about the whole unit."""

    department = forms.ChoiceField(label=_("Department"), required=False)
    field_order = ("department", "since", "until", "half_life")

    def __init__(self, *args: Any, departments: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._departments = {str(one.pk): one for one in departments}
        choices = [(key, one.name) for key, one in self._departments.items()]
        self.fields["department"].choices = [("", _("Whole unit")), *choices]

    @property
    def chosen_department(self) -> Any | None:
        return self._departments.get(self.cleaned_data["department"])


class TargetForm(forms.Form):
    """One field per post and competency, named ``t-<post id>-<competency code>``; empty means no target."""

    def __init__(
        self, *args: Any, posts: Iterable[Any], competencies: Iterable[Any], levels: dict[Any, Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._keys: dict[str, tuple[int, str]] = {}
        known = list(competencies)
        for post in posts:
            for competency in known:
                name = f"t-{post.pk}-{competency.code}"
                self._keys[name] = (post.pk, competency.code)
                self.fields[name] = forms.DecimalField(
                    label=f"{post.name} · {competency.dimension}",
                    required=False,
                    min_value=LOWEST,
                    max_value=HIGHEST,
                    max_digits=2,
                    decimal_places=1,
                    initial=levels.get((post.pk, competency.code)),
                    widget=forms.NumberInput({"step": "0.1", "class": "target-input"}),
                )

    def cell(self, post: int, competency: str) -> forms.BoundField:
        return self[f"t-{post}-{competency}"]

    def targets(self) -> dict[tuple[int, str], Decimal | None]:
        return {self._keys[name]: value for name, value in self.cleaned_data.items()}


class EffectForm(forms.Form):
    """Before and after a training: for whom, on which codes, when."""

    group = forms.ChoiceField(
        label=_("Trained group"),
        help_text=_(
            "A department with its present people, or those who completed a lesson. Everybody else of the unit is the comparison."
        ),
    )
    codes = forms.MultipleChoiceField(label=_("Trained defect codes"), widget=forms.SelectMultiple({"size": 8}))
    held_on = _day(
        _("Day of the training"), help_text=_("Cases closed before this day against cases closed from this day on.")
    )
    business_line = forms.ChoiceField(label=_("Business line"), required=False)
    other_codes = forms.MultipleChoiceField(
        label=_("Codes that were not trained"),
        required=False,
        widget=forms.SelectMultiple({"size": 8}),
        help_text=_("A second comparison within the trained group."),
    )

    def __init__(
        self,
        *args: Any,
        departments: Iterable[Any],
        lessons: Iterable[Any],
        types: Iterable[Any],
        lines: Iterable[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        codes = [(row.code, f"{row.code} {row.title}") for row in types]
        self.fields["codes"].choices = codes
        self.fields["other_codes"].choices = codes
        self.fields["business_line"].choices = [("", _("All")), *((line, line) for line in lines)]
        self.fields["group"].choices = [
            ("", "—"),
            (_("Departments"), [(f"department-{one.pk}", one.name) for one in departments]),
            (_("Completed lesson"), [(f"lesson-{one.pk}", one.title) for one in lessons]),
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        shared = set(values.get("codes", ())) & set(values.get("other_codes", ()))
        if shared:
            message = _("%(codes)s cannot be both trained and not trained.")
            self.add_error("other_codes", message % {"codes": ", ".join(sorted(shared))})
        return values

    @property
    def chosen_group(self) -> tuple[str, int]:
        """``("department" | "lesson", id)``."""
        kind, _dash, key = self.cleaned_data["group"].partition("-")
        return kind, int(key)
