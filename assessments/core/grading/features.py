"""Numbers that describe a short answer beside its references. Order of ``NAMES`` is the order of the vector."""

import re
from collections.abc import Sequence

from assessments.core.grading.similarity import common_length, containment, cosine, grams
from assessments.core.grading.types import AnswerItem
from casebank.core.text.normalise import normalise
from casebank.core.text.segments import clauses

NAMES = (
    "length", "short", "recall", "precision", "cosine", "coverage", "clauses", "weakest", "numbers", "negation", "new_words", "echo",
)  # fmt: skip
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NEGATION = re.compile(r"不|没|无|非|未|\bnot\b|\bno\b", re.IGNORECASE)


def features(item: AnswerItem) -> tuple[float, ...]:
    """Feature vector in the order of ``NAMES``; the best reference counts. An empty answer is all zeros."""
    answer = normalise(item.answer, limit=20_000).text.lower()
    question = normalise(item.question).text.lower()
    references = [normalise(one).text.lower() for one in item.references if one.strip()]
    if not answer or not references:
        return (0.0,) * len(NAMES)
    rows = [_against(reference, answer, question) for reference in references]
    return max(rows, key=lambda row: row[2] + row[4] + row[6])


def _against(reference: str, answer: str, question: str) -> tuple[float, ...]:
    common = common_length(reference, answer)
    ratio = len(answer) / len(reference)
    covered = [containment(part.text, answer) for part in clauses(reference)]
    echo = containment(answer, question) if question else 0.0
    return (
        min(ratio, 2.0),
        1.0 if ratio < 0.15 else 0.0,
        common / len(reference),
        common / len(answer),
        cosine(grams(reference), grams(answer)),
        containment(reference, answer),
        sum(covered) / len(covered) if covered else 0.0,
        min(covered, default=0.0),
        _agreement(_NUMBER, reference, answer),
        _negation(reference, answer),
        min(1.0, len(set(grams(answer, (2,))) - set(grams(reference + question, (2,)))) / 60),
        echo,
    )


def _agreement(pattern: re.Pattern[str], reference: str, answer: str) -> float:
    wanted, found = set(pattern.findall(reference)), set(pattern.findall(answer))
    return len(wanted & found) / len(wanted | found) if wanted | found else 0.5


def _negation(reference: str, answer: str) -> float:
    return 1.0 if bool(_NEGATION.search(reference)) == bool(_NEGATION.search(answer)) else 0.0


def matrix(items: Sequence[AnswerItem]):
    """Features of many items as a numpy array (items × features)."""
    import numpy

    return numpy.asarray([features(item) for item in items], dtype=float).reshape(len(items), len(NAMES))
