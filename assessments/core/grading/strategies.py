"""Which grader serves which kind of task. A name can be taken only once."""

from collections.abc import Callable
from typing import Any

from assessments.core.grading.answers import grade_answers
from assessments.core.grading.documents import compare_documents
from assessments.core.grading.drafting import grade_document
from assessments.core.grading.evidence import grade_findings
from assessments.core.grading.pointwise import grade_points, grade_rubric

Strategy = Callable[..., Any]


class Registry:
    """Name → strategy."""

    def __init__(self) -> None:
        self._strategies: dict[str, Strategy] = {}

    def register(self, name: str, strategy: Strategy) -> Strategy:
        """Add ``strategy``; ValueError when the name is taken."""
        if name in self._strategies:
            raise ValueError(f"strategy {name!r} is already registered")
        self._strategies[name] = strategy
        return strategy

    def get(self, name: str) -> Strategy:
        """The strategy called ``name``; LookupError with the known names otherwise."""
        if name not in self._strategies:
            raise LookupError(f"no strategy {name!r}; known: {', '.join(self.names)}")
        return self._strategies[name]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._strategies))


REGISTRY = Registry()
for _name, _strategy in (
    ("evidence_review", grade_findings),
    ("drafting", grade_document),
    ("rubric", grade_rubric),
    ("points", grade_points),
    ("judgment", compare_documents),
    ("short_answer", grade_answers),
):
    REGISTRY.register(_name, _strategy)
