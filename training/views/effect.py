"""Before and after a training."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casebank.public import business_lines, defect_types, departments_of, people_in_service
from casebank.web.access import requires
from training.core.effect import SMALLEST
from training.domain.queries.effect import EffectQuestion, people_who_completed, training_effect
from training.interfaces.forms.competency import EffectForm
from training.models import Lesson
from training.rules import may_see_effects


@requires(may_see_effects)
@require_safe
def effect(request: HttpRequest) -> HttpResponse:
    """Share of cases with the trained defects, trained people against the others; figures only."""
    unit = request.user.person.unit_id
    people = people_in_service(unit)
    form = EffectForm(
        request.GET if "held_on" in request.GET else None,
        initial=_from_lesson(request, unit),
        departments=departments_of(unit),
        lessons=Lesson.objects.filter(unit_id=unit).exclude(state="draft"),
        types=defect_types().values(),
        lines=business_lines(people),
    )
    context: dict[str, Any] = {"form": form, "smallest": SMALLEST}
    if form.is_valid():
        context |= {"found": training_effect(_question(form, people)), "asked": form.cleaned_data}
    return render(request, "training/competency/effect.html", context)


def _question(form: EffectForm, people: Any) -> EffectQuestion:
    kind, key = form.chosen_group
    if kind == "department":
        trained = frozenset(people.filter(department_id=key).order_by().values_list("pk", flat=True))
    else:
        trained = people_who_completed(key)
    wanted = form.cleaned_data
    return EffectQuestion(
        people=people,
        trained=trained,
        codes=frozenset(wanted["codes"]),
        other_codes=frozenset(wanted["other_codes"]),
        held_on=wanted["held_on"],
        business_line=wanted["business_line"],
    )


def _from_lesson(request: HttpRequest, unit: int) -> dict[str, Any]:
    """``?lesson=`` fills the form in."""
    key = request.GET.get("lesson", "")
    lesson = Lesson.objects.filter(unit_id=unit, pk=int(key)).first() if key.isdecimal() else None
    return {"group": f"lesson-{lesson.pk}", "codes": [lesson.defect_code]} if lesson else {}
