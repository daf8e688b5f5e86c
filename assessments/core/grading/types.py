"""What goes into the grader and what comes out. Everything is frozen; offsets count characters of the original text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """Outcome for one part or rubric point. UNSURE always goes to a person."""

    HIT = "hit"
    PARTIAL = "partial"
    CONTRADICTED = "contradicted"
    ABSENT = "absent"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Span:
    """Words of the candidate: ``field`` names the text (a section key, or a finding's field), then [start, end)."""

    field: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Reason:
    """Why: a stable ``key``, its ``parameters``, and the finished sentence in both languages."""

    key: str
    parameters: Mapping[str, str]
    chinese: str
    english: str


@dataclass(frozen=True)
class Finding:
    """What a candidate (or the key) says is wrong with one piece of evidence.

    ``document`` and ``paragraph`` are ids; ``start``/``end`` are offsets in that paragraph (None: whole paragraph).
    ``attribute``: 真实性 / 关联性 / 合法性. ``consequence``: absolute / curable / illegal / none. Empty text = not stated.
    """

    id: str
    document: str = ""
    paragraph: str = ""
    quote: str = ""
    start: int | None = None
    end: int | None = None
    code: str = ""
    attribute: str = ""
    consequence: str = ""
    legal_basis: str = ""
    remedy: str = ""
    reasoning: str = ""


@dataclass(frozen=True)
class ReferenceFinding:
    """A finding of the key with its points and equally good ``alternatives`` (their ids are not used)."""

    finding: Finding
    points: float
    alternatives: tuple[Finding, ...] = ()

    @property
    def id(self) -> str:
        return self.finding.id

    @property
    def variants(self) -> tuple[Finding, ...]:
        return (self.finding, *self.alternatives)


@dataclass(frozen=True)
class Key:
    """Reference findings and decoys (places that look wrong and are right)."""

    findings: tuple[ReferenceFinding, ...]
    decoys: tuple[Finding, ...] = ()

    @property
    def maximum(self) -> float:
        return sum(one.points for one in self.findings)


@dataclass(frozen=True)
class PartWeights:
    """Shares of a finding's points (defaults: domain practice, 定位 40, 三性 10, 后果 25, 依据 15, 处理 10)."""

    locate: float = 0.40
    attribute: float = 0.10
    consequence: float = 0.25
    legal_basis: float = 0.15
    remedy: float = 0.10


@dataclass(frozen=True)
class PartMark:
    part: str
    points: float
    maximum: float
    verdict: Verdict
    matched: tuple[Span, ...]
    reason: Reason


@dataclass(frozen=True)
class FindingMark:
    """Marks for one reference finding; ``finding_id`` is None when nobody found it."""

    reference_id: str
    finding_id: str | None
    points: float
    maximum: float
    parts: tuple[PartMark, ...]
    reason: Reason

    @property
    def needs_human(self) -> bool:
        return any(part.verdict is Verdict.UNSURE for part in self.parts)


@dataclass(frozen=True)
class UnmatchedFinding:
    """A finding that met no reference: ``kind`` is decoy, duplicate or unknown ("maybe new": a marker decides)."""

    finding_id: str
    kind: str
    deduction: float
    reason: Reason


@dataclass(frozen=True)
class EvidenceMark:
    """``points`` = max(0, ``earned`` − ``deduction``). ``flags`` inform and never cost marks by themselves."""

    points: float
    maximum: float
    earned: float
    deduction: float
    findings: tuple[FindingMark, ...]
    unmatched: tuple[UnmatchedFinding, ...]
    flags: tuple[str, ...]
    precision: float
    recall: float
    needs_human: bool


class MissingCitation(StrEnum):
    """What a right answer without the decisive citation is worth: all, a share, nothing, or a person decides."""

    FULL = "full"
    CAPPED = "capped"
    ZERO = "zero"
    REVIEW = "review"


@dataclass(frozen=True)
class RubricPoint:
    """One point of a rubric. ``section`` None: anywhere. ``required``: elements as text (刑法第264条, 盗窃罪, 8600元,
    2024年5月6日, or a key word; ``a|b`` = either). ``forbidden``: assertions that must not be made.
    ``missing_citation`` overrides the rubric's policy."""

    id: str
    text: str
    points: float
    section: str | None = None
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    missing_citation: MissingCitation | None = None


@dataclass(frozen=True)
class PointMark:
    """``share`` is the credited part of the points in 0..1."""

    id: str
    points: float
    maximum: float
    share: float
    verdict: Verdict
    spans: tuple[Span, ...]
    reason: Reason


@dataclass(frozen=True)
class Hint:
    """A difference from the reference, or within the document itself. It informs the marker and costs nothing.

    ``kind``: name, charge, article, date, amount, term; ``found``/``expected`` are the words on both sides.
    """

    kind: str
    expected: str
    found: str
    span: Span | None
    reason: Reason


@dataclass(frozen=True)
class DocumentMark:
    points: float
    maximum: float
    marks: tuple[PointMark, ...]
    hints: tuple[Hint, ...]
    flags: tuple[str, ...]
    needs_human: bool


@dataclass(frozen=True)
class RubricMark:
    """A whole free-text answer against rubric points: ``score`` in 0..1."""

    score: float
    marks: tuple[PointMark, ...]
    flags: tuple[str, ...]
    needs_human: bool


@dataclass(frozen=True)
class Defect:
    """One of the eleven differences between a judgment and its draft; offsets in the draft, None for an omission."""

    kind: str
    detail: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class AnswerItem:
    """A short answer to be scored. ``score`` (0..1) is given for marked ones only."""

    id: str
    question_key: str
    references: tuple[str, ...]
    answer: str
    question: str = ""
    rubric: str = ""
    levels: int = 10
    score: float | None = None


@dataclass(frozen=True)
class AnswerMark:
    """``p_error``: probability that ``score`` is off by more than 0.3 of full marks."""

    id: str
    score: float
    p_error: float
    features: Mapping[str, float] = field(default_factory=dict)
