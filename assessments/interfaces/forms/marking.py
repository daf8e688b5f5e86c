"""Forms of the marking pages."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.domain.queries.marking import Criterion, Sheet


class DecisionForm(forms.Form):
    """The decision on one criterion; left empty, the criterion stays undecided."""

    points = forms.DecimalField(label=_("Points"), required=False, max_digits=6, decimal_places=2)
    comment = forms.CharField(label=_("Comment"), required=False, max_length=500)

    def __init__(self, *args, line: Criterion, **kwargs):
        self.line = line
        super().__init__(*args, prefix=f"m{line.premark.pk}", initial=_initial(line), **kwargs)
        limits = {"min": line.premark.min_points, "max": line.premark.max_points, "step": "any"}
        self.fields["points"].widget.attrs.update(limits | {"class": "form-control"})
        self.fields["comment"].widget.attrs.update({"placeholder": _("Comment"), "class": "form-control"})

    def clean(self):
        cleaned = super().clean()
        points, mark = cleaned.get("points"), self.line.premark
        if points is None:
            return cleaned
        if not mark.min_points <= points <= mark.max_points:
            self.add_error(
                "points",
                _("Between %(least)s and %(most)s.") % {"least": mark.min_points, "most": mark.max_points},
            )
        elif points != mark.points and not cleaned.get("comment", "").strip():
            self.add_error("comment", _("Please say why the points differ from the proposal."))
        return cleaned

    @property
    def decision(self) -> tuple[Decimal, str] | None:
        """What is new compared with the decision in force; None if nothing."""
        points, comment = self.cleaned_data["points"], self.cleaned_data["comment"].strip()
        step = self.line.step
        if points is None or (step and (step.points, step.comment) == (points, comment)):
            return None
        return points, comment


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=_("Reason"), max_length=500)


def decision_forms(sheet: Sheet, data=None) -> list[DecisionForm]:
    return [DecisionForm(data, line=line) for line in sheet.criteria]


def _initial(line: Criterion) -> dict:
    """The decision in force; else the proposal, unless it is so doubtful that the marker should think first."""
    if line.step:
        return {"points": line.step.points, "comment": line.step.comment}
    return {"points": None if line.premark.route == "must_review" else line.premark.points, "comment": ""}
