"""Rows of the batch contract (JSON lines) → rows of marks. Pure; the command reads and writes the files.

Every ``*_rows`` function raises ``RowError`` naming the position of a row that does not keep to the contract.
Unknown fields are ignored.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from assessments.core.grading.answers import grade_answers
from assessments.core.grading.documents import compare_documents
from assessments.core.grading.pointwise import grade_point, grade_rubric
from assessments.core.grading.types import AnswerItem

Row = Mapping[str, Any]


class RowError(ValueError):
    """A row breaks the contract; ``at`` is its position in the given sequence."""

    def __init__(self, at: int, problem: str) -> None:
        super().__init__(problem)
        self.at = at


class MarkedRowError(RowError):
    """The same, in the rows of marked answers."""


def point_rows(rows: Sequence[Row], marked: Sequence[Row] = ()) -> Iterator[dict[str, Any]]:
    """id, reference, sentence → id, verdict, score."""
    for at, row in enumerate(rows):
        judgement = grade_point(_text(row, "reference", at), _text(row, "sentence", at))
        yield {"id": row["id"], "verdict": str(judgement.verdict), "score": judgement.score}


def document_rows(rows: Sequence[Row], marked: Sequence[Row] = ()) -> Iterator[dict[str, Any]]:
    """id, reference, draft → id, defects[{kind, detail, start, end}]."""
    for at, row in enumerate(rows):
        defects = compare_documents(_text(row, "reference", at), _text(row, "draft", at))
        found = [{"kind": d.kind, "detail": d.detail, "start": d.start, "end": d.end} for d in defects]
        yield {"id": row["id"], "defects": found}


def adversarial_rows(rows: Sequence[Row], marked: Sequence[Row] = ()) -> Iterator[dict[str, Any]]:
    """id, points[], case_file, answer → id, score, flags[], needs_human."""
    for at, row in enumerate(rows):
        mark = grade_rubric(_texts(row, "points", at), _text(row, "answer", at), case_file=_text(row, "case_file", at))
        yield {"id": row["id"], "score": mark.score, "flags": list(mark.flags), "needs_human": mark.needs_human}


def answer_rows(rows: Sequence[Row], marked: Sequence[Row] = ()) -> Iterator[dict[str, Any]]:
    """id, question_key, question, references[], rubric, answer, levels (marked: + score) → id, score, p_error."""
    known = [_answer(row, at, MarkedRowError, scored=True) for at, row in enumerate(marked)]
    items = [_answer(row, at, RowError, scored=False) for at, row in enumerate(rows)]
    for mark in grade_answers(items, known):
        yield {"id": mark.id, "score": mark.score, "p_error": mark.p_error}


KINDS: dict[str, Callable[..., Iterator[dict[str, Any]]]] = {
    "answers": answer_rows,
    "points": point_rows,
    "documents": document_rows,
    "adversarial": adversarial_rows,
}


def _answer(row: Row, at: int, error: type[RowError], *, scored: bool) -> AnswerItem:
    levels = row.get("levels", 10)
    if isinstance(levels, bool) or not isinstance(levels, (int, float)) or levels <= 0:
        raise error(at, "levels must be a positive number")
    return AnswerItem(
        id=row["id"],
        question_key=_text(row, "question_key", at, error),
        references=tuple(_texts(row, "references", at, error)),
        answer=_text(row, "answer", at, error),
        question=row.get("question") or "",
        rubric=row.get("rubric") or "",
        levels=int(levels),
        score=_score(row, at, error) if scored else None,
    )


def _score(row: Row, at: int, error: type[RowError]) -> float:
    score = row.get("score")
    if isinstance(score, bool) or not isinstance(score, (int, float)) or not 0 <= score <= 1:
        raise error(at, "score must be a number between 0 and 1")
    return float(score)


def _text(row: Row, field: str, at: int, error: type[RowError] = RowError) -> str:
    value = row.get(field)
    if not isinstance(value, str):
        raise error(at, f"{field} must be a text")
    return value


def _texts(row: Row, field: str, at: int, error: type[RowError] = RowError) -> list[str]:
    value = row.get(field)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise error(at, f"{field} must be a list of texts")
    return value
