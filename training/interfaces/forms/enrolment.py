"""Forms of assigning and of answering lessons."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from training.domain.queries.lessons import Checked


class PeopleSearch(forms.Form):
    """Narrows the people that the assignment form offers."""

    q = forms.CharField(
        label=_("Name or staff number"), required=False, max_length=40, widget=forms.TextInput({"type": "search"})
    )


class AssignForm(forms.Form):
    """A department, or people, or both; ``people`` and ``departments`` are those one may assign to."""

    department = forms.ChoiceField(
        label=_("Whole department"), required=False, help_text=_("Everybody in service there gets the lesson.")
    )
    people = forms.MultipleChoiceField(label=_("People"), required=False, widget=forms.CheckboxSelectMultiple)
    due_on = forms.DateField(label=_("Last day"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        help_text=_("Shown to those who get the lesson, for example the inspection that led to it."),
    )

    def __init__(self, *args: Any, people: Iterable[Any], departments: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.pk): one for one in people}
        self.fields["department"].choices = [("", "—"), *((str(one.pk), one.name) for one in departments)]
        self.fields["people"].choices = [(key, _person(one)) for key, one in self._people.items()]

    def offer(self, people: Iterable[Any]) -> None:
        """Show only ``people``, and those already ticked; all others stay valid answers."""
        shown = {str(one.pk) for one in people} | set(self["people"].value() or ())
        self.fields["people"].widget.choices = [
            (key, _person(one)) for key, one in self._people.items() if key in shown
        ]

    def chosen(self) -> list[Any]:
        """The people of the department and those ticked, each once."""
        department, ticked = self.cleaned_data["department"], set(self.cleaned_data["people"])
        return [
            one
            for key, one in self._people.items()
            if key in ticked or (department and str(one.department_id) == department)
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and not (values.get("department") or values.get("people")):
            self.add_error(None, _("Please choose a department or at least one person."))
        return values


def _person(person: Any) -> str:
    return " ".join(filter(None, [person.name, person.staff_no, person.department and person.department.name]))


class AnswerForm(forms.Form):
    """The check questions of a lesson, one radio group each."""

    def __init__(self, *args: Any, questions: Iterable[Checked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, checked in enumerate(questions, 1):
            question = checked.question
            self.fields[f"q{question.pk}"] = forms.TypedChoiceField(
                label=f"{number}. {question.text}",
                coerce=int,
                choices=list(enumerate(question.choices)),
                initial=checked.chosen,
                widget=forms.RadioSelect,
                error_messages={"required": _("Please choose an answer.")},
            )

    def answers(self) -> dict[int, int]:
        return {int(name[1:]): value for name, value in self.cleaned_data.items()}
