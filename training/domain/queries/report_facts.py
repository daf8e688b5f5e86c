"""What a competency report is computed from, read in a fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casebank.public import (
    CaseCountRow,
    CaseDefectRow,
    CompetencyRow,
    DefectTypeRow,
    FormalScoreRow,
    case_counts,
    case_defects,
    competencies,
    defect_types,
    formal_scores,
)
from training.core.competency import TEST, Evidence
from training.core.inspection import CaseCount, CaseDefect, inspection_evidence, links
from training.core.periods import Period
from training.models import PostTarget


@dataclass(frozen=True)
class Facts:
    """Everything a report is computed from, read once."""

    competencies: list[CompetencyRow]
    types: dict[str, DefectTypeRow]
    counts: list[CaseCountRow]
    defects: list[CaseDefectRow]
    scores: list[FormalScoreRow]
    targets: dict[tuple[int, str], float]


def read_facts(people: Any, period: Period) -> Facts:
    """Six queries, whatever the number of rows; both this period and the previous one."""
    since, until = period.previous().start, period.end
    stored = PostTarget.objects.values_list("post_id", "competency__code", "level")
    return Facts(
        competencies=competencies(),
        types=defect_types(),
        counts=case_counts(people, since, until, split=period.start),
        defects=case_defects(people, since, until),
        scores=formal_scores(people, since, until),
        targets={(post, code): float(level) for post, code, level in stored},
    )


def evidence_of(facts: Facts, period: Period) -> list[Evidence]:
    """Test results and inspected cases of both periods as evidence."""
    known = links(
        {row.code: row.prefixes for row in facts.competencies}, {code: row.line for code, row in facts.types.items()}
    )
    rows = [Evidence(row.person_id, row.competency, row.on, row.score, TEST) for row in facts.scores]
    for span in (period, period.previous()):
        counts = [CaseCount(*row) for row in facts.counts if row.newest in span]
        defects = [CaseDefect(*row) for row in facts.defects if row.on in span]
        rows += inspection_evidence(counts, defects, known)
    return rows


def targets_of(people: Iterable[Any], targets: Mapping[tuple[int, str], float]) -> dict[tuple[int, str], float]:
    """(person id, competency code) → target of the person's present post."""
    by_post: dict[int, list[tuple[str, float]]] = {}
    for (post, code), level in targets.items():
        by_post.setdefault(post, []).append((code, level))
    return {(one.pk, code): level for one in people for code, level in by_post.get(one.post_id, ())}
