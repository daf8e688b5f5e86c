"""Forms of lessons and their check questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from training.domain.lesson import FEWEST_CHOICES, MOST_CHOICES, LessonWords, QuestionWords
from training.models import Lesson
from training.states import LessonState


class LessonFilter(forms.Form):
    """Above the list of lessons."""

    q = forms.CharField(
        label=_("Title or defect code"), required=False, max_length=60, widget=forms.TextInput({"type": "search"})
    )
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *LessonState.choices])
    microclass = forms.BooleanField(label=_("Micro-classes only"), required=False)


class StudySearch(forms.Form):
    """Which released study a new lesson is about."""

    q = forms.CharField(
        label=_("Title or defect code"), required=False, max_length=60, widget=forms.TextInput({"type": "search"})
    )


class LessonForm(forms.Form):
    """What an author writes around the study."""

    title = forms.CharField(label=_("Title"), max_length=120)
    summary = forms.CharField(
        label=_("Short summary"),
        max_length=300,
        required=False,
        help_text=_("One or two sentences that lists and micro-class pages show."),
    )
    teaching_text = forms.CharField(
        label=_("Teaching text"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea({"rows": 10}),
        help_text=_("What to take away. It stands after the case, the rule and the right practice of the study."),
    )
    hours = forms.DecimalField(
        label=_("Training hours"),
        min_value=0.1,
        max_value=99,
        max_digits=4,
        decimal_places=1,
        initial=1,
        help_text=_("Counted in the performance record when the lesson is completed."),
    )
    is_microclass = forms.BooleanField(label=_("Micro-class"), required=False)

    @staticmethod
    def initial_of(lesson: Lesson) -> dict[str, Any]:
        names = ("title", "summary", "teaching_text", "hours", "is_microclass")
        return {name: getattr(lesson, name) for name in names}

    def words(self) -> LessonWords:
        return LessonWords(**self.cleaned_data)


class QuestionForm(forms.Form):
    """One check question; left wholly empty it is ignored."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Text of the question"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    choice_1 = forms.CharField(label=_("Choice A"), required=False, max_length=300)
    choice_2 = forms.CharField(label=_("Choice B"), required=False, max_length=300)
    choice_3 = forms.CharField(label=_("Choice C"), required=False, max_length=300)
    choice_4 = forms.CharField(label=_("Choice D"), required=False, max_length=300)
    right = forms.TypedChoiceField(
        label=_("Right choice"),
        coerce=int,
        required=False,
        empty_value=None,
        choices=[("", "—"), (1, "A"), (2, "B"), (3, "C"), (4, "D")],
    )
    explanation = forms.CharField(
        label=_("Explanation"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Shown after the answer: why this choice is right."),
    )

    @property
    def given_choices(self) -> dict[int, str]:
        """Number of the field → text, without empty ones."""
        found = {number: self.cleaned_data.get(f"choice_{number}", "") for number in range(1, MOST_CHOICES + 1)}
        return {number: text for number, text in found.items() if text}

    @property
    def is_blank(self) -> bool:
        values = self.cleaned_data
        return not (values.get("text") or values.get("explanation") or self.given_choices)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        self.cleaned_data = values
        if self.is_blank or values.get("DELETE"):
            return values
        if not values.get("text"):
            self.add_error("text", _("Please write the question."))
        if len(self.given_choices) < FEWEST_CHOICES:
            self.add_error("choice_2", _("A question needs at least two choices."))
        if values.get("right") not in self.given_choices:
            self.add_error("right", _("Please say which of the filled choices is right."))
        return values

    def words(self) -> QuestionWords:
        choices = self.given_choices
        return QuestionWords(
            text=self.cleaned_data["text"],
            choices=tuple(choices.values()),
            right=list(choices).index(self.cleaned_data["right"]),
            explanation=self.cleaned_data["explanation"],
            id=self.cleaned_data.get("id"),
        )


class BaseQuestions(forms.BaseFormSet):
    """The questions of a lesson in the order of the page."""

    def words(self) -> list[QuestionWords]:
        return [form.words() for form in self.forms if not (form.is_blank or form.cleaned_data.get("DELETE"))]

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Remove this question")


QuestionSet = forms.formset_factory(
    QuestionForm, formset=BaseQuestions, extra=2, max_num=20, validate_max=True, can_delete=True
)


def initial_questions(lesson: Lesson) -> list[dict[str, Any]]:
    """The stored questions as initial values of a ``QuestionSet``."""
    return [
        {
            "id": question.pk,
            "text": question.text,
            "right": question.right + 1,
            "explanation": question.explanation,
            **{f"choice_{number}": choice for number, choice in enumerate(question.choices, 1)},
        }
        for question in lesson.questions.all()
    ]
