"""Released studies for the apps above: plain values, no rows that could lead back to the real case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from casebank.models import StudyRelease
from casebank.states import StudyState


@dataclass(frozen=True)
class ReleasedStudy:
    """A release as published.

    ``id`` is the primary key (for foreign keys and ``study_released``), ``number`` the public release number.
    ``questions`` are questions for discussion. ``sha256`` is over the canonical JSON of the content.
    ``unit_id`` is the unit whose trainers made it; ``is_withdrawn`` means that it must not be shown any more.
    """

    id: int
    number: int
    title: str
    text: str
    what_went_wrong: str
    rule: str
    right_practice: str
    questions: tuple[str, ...]
    defect_code: str
    defect_title: str
    business_line: str
    stage: str
    severity: str
    sha256: str
    released_at: datetime
    unit_id: int
    is_withdrawn: bool


def release(number: int) -> ReleasedStudy | None:
    """The release with that number, withdrawn or not; ``None`` if there is none."""
    row = _rows().filter(number=number).first()
    return _value(row) if row else None


def release_by_id(release_id: int) -> ReleasedStudy | None:
    """As :func:`release`, by primary key."""
    row = _rows().filter(pk=release_id).first()
    return _value(row) if row else None


def list_releases(
    *,
    defect_codes: Iterable[str] | None = None,
    business_line: str = "",
    words: str = "",
    unit_id: int | None = None,
    with_withdrawn: bool = False,
) -> list[ReleasedStudy]:
    """Releases, newest first. ``words`` searches title, code and the code's title."""
    found = _rows()
    if not with_withdrawn:
        found = found.filter(study__state=StudyState.RELEASED)
    if defect_codes is not None:
        found = found.filter(defect_code__in=list(defect_codes))
    if business_line:
        found = found.filter(study__defect__business_line=business_line)
    if words:
        found = found.filter(
            Q(title__icontains=words) | Q(defect_code__icontains=words) | Q(study__defect__title__icontains=words)
        )
    if unit_id is not None:
        found = found.filter(study__finding__evaluation__case__unit=unit_id)
    return [_value(row) for row in found]


def _rows() -> QuerySet[StudyRelease]:
    return StudyRelease.objects.select_related("study__finding__evaluation__case").order_by("-number")


def _value(row: StudyRelease) -> ReleasedStudy:
    content = row.content
    return ReleasedStudy(
        id=row.pk,
        number=row.number,
        title=content["title"],
        text=content["text"],
        what_went_wrong=content["what_went_wrong"],
        rule=content["rule"],
        right_practice=content["right_practice"],
        questions=tuple(content["questions"]),
        defect_code=content["defect_code"],
        defect_title=content["defect_title"],
        business_line=content["business_line"],
        stage=content["stage"],
        severity=content["severity"],
        sha256=row.sha256,
        released_at=row.released_at,
        unit_id=row.study.case.unit_id,
        is_withdrawn=row.study.state == StudyState.WITHDRAWN,
    )
