"""Reading marking sheets."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Prefetch, Q

from assessments.core.marksheet import SlotTotal, slot_total
from assessments.models import Attempt, MarkStep, PreMark, PreMarkSheet, Sitting
from assessments.models.candidacy import families_before
from assessments.rules import has_unit
from assessments.states import AttemptState, MarkingState
from casebank.enums import Role


@dataclass(frozen=True)
class Criterion:
    """One line of the sheet with the decision in force (None: undecided)."""

    premark: PreMark
    steps: tuple[MarkStep, ...]

    @property
    def step(self) -> MarkStep | None:
        return self.steps[-1] if self.steps else None

    @property
    def points(self) -> Decimal:
        """The decision in force, else the proposal."""
        return self.step.points if self.step else self.premark.points


@dataclass(frozen=True)
class Sheet:
    """The sheet of one question."""

    sheet: PreMarkSheet
    criteria: tuple[Criterion, ...]

    @property
    def slot(self):
        return self.sheet.slot

    @property
    def total(self) -> SlotTotal:
        return slot_total((line.points, line.premark.max_points) for line in self.criteria)

    @property
    def undecided(self) -> int:
        return sum(line.step is None for line in self.criteria)


def sheets_of(attempt: Attempt) -> list[Sheet]:
    """The marking sheets of a script in the order of its questions; three queries whatever their size."""
    steps = MarkStep.objects.select_related("marker__person").order_by("pk")
    marks = PreMark.objects.order_by("order").prefetch_related(Prefetch("steps", steps))
    sheets = PreMarkSheet.objects.filter(attempt=attempt).select_related("slot__item").order_by("slot__order", "pk")
    return [
        Sheet(sheet, tuple(Criterion(mark, tuple(mark.steps.all())) for mark in sheet.marks.all()))
        for sheet in sheets.prefetch_related(Prefetch("marks", marks))
    ]


def scripts_to_mark(user):
    """Scripts handed in at sittings for which ``user`` is a named marker, never their own.

    Not while the marker is still to sit one of the items elsewhere: the sheets show the key.
    """
    if not has_unit(user, Role.MARKER):
        return Attempt.objects.none()
    return (
        Attempt.objects.filter(sitting__markers=user, state=AttemptState.SUBMITTED)
        .exclude(person_id=user.person_id)
        .exclude(sitting__paper__slots__item__family__in=families_before(user))
        .select_related("sitting__paper")
    )


def sittings_to_mark(user):
    """Sittings of a marker with the number of scripts handed in, open, confirmed and released."""
    scripts = Q(attempts__state=AttemptState.SUBMITTED) & ~Q(attempts__person_id=user.person_id)

    def count(*states: MarkingState) -> Count:
        return Count("attempts", filter=scripts & Q(attempts__marking__in=states), distinct=True)

    return (
        Sitting.objects.filter(markers=user)
        .exclude(paper__slots__item__family__in=families_before(user))
        .select_related("paper")
        .annotate(
            handed_in=Count("attempts", filter=scripts, distinct=True),
            unmarked=count(MarkingState.UNMARKED),
            premarked=count(MarkingState.PREMARKED),
            marked=count(MarkingState.MARKED),
            released=count(MarkingState.RELEASED),
        )
        .order_by("-opens_at")
    )


def results_to_release(user):
    """Confirmed scripts of the unit for a trainer, without the trainer's own and those of a test still before them."""
    if not has_unit(user, Role.TRAINER):
        return Attempt.objects.none()
    return (
        Attempt.objects.filter(
            sitting__unit=user.person.unit_id, marking__in=[MarkingState.MARKED, MarkingState.RELEASED]
        )
        .exclude(person_id=user.person_id)
        .exclude(sitting__paper__slots__item__family__in=families_before(user))
        .select_related("sitting__paper", "result")
    )
