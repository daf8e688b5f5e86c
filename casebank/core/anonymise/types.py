"""What the anonymiser takes and gives. All offsets are characters of the text as written, end exclusive."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

PERSON = "PERSON"
ALIAS = "ALIAS"
ID_NUMBER = "ID_NUMBER"
PHONE = "PHONE"
BANK_CARD = "BANK_CARD"
PLATE = "PLATE"
EMAIL = "EMAIL"
WECHAT = "WECHAT"
QQ = "QQ"
CASE_NO = "CASE_NO"
OTHER_ID = "OTHER_ID"
ADDRESS = "ADDRESS"
ORG = "ORG"
COURT = "COURT"
DATE = "DATE"

TYPES = (
    PERSON, ALIAS, ID_NUMBER, PHONE, BANK_CARD, PLATE, EMAIL, WECHAT, QQ, CASE_NO, OTHER_ID, ADDRESS, ORG, COURT, DATE,
)  # fmt: skip


@dataclass(frozen=True)
class Span:
    """One thing to hide.

    ``layer`` names the voice that found it (known, pattern, role, table, alias, name, latin, tagger,
    propagated), ``reason`` the rule and, after a colon, the words that spoke for it;
    ``certainty`` lies between 0 and 1 (a valid checksum or an entry of the case record: 0.99).
    """

    start: int
    end: int
    type: str
    text: str
    layer: str
    reason: str
    certainty: float


@dataclass(frozen=True)
class Doubt:
    """A place where one weak voice spoke. Never hidden silently, never dropped silently: a person decides.

    ``hidden`` tells whether the masked text hides the place meanwhile (an ambiguous label) or still shows it.
    """

    start: int
    end: int
    type: str
    text: str
    reason: str
    hidden: bool = False


@dataclass(frozen=True)
class Known:
    """A string of the case record.

    ``type`` is one of TYPES, or empty: then it is guessed from the form. ``role`` (``prosecutor``, ``judge``,
    ``lawyer``) gives officials the label of their office: 承办检察官甲, 审判员甲, 辩护人甲.
    """

    text: str
    type: str = ""
    role: str = ""


@dataclass(frozen=True)
class Anonymised:
    """The result: spans in order and without overlap, doubts, the masked text, and the map.

    ``replacements`` holds, span by span, what stands in the masked text instead.

    ``pseudonyms`` maps ``"TYPE:folded string"`` to the label that stands for it (JSON-ready). Hand it to the next
    text of the same case as ``labels``, so that one person keeps one label; never use it for another case.
    It re-identifies people: store it encrypted.
    """

    spans: tuple[Span, ...]
    doubts: tuple[Doubt, ...]
    text: str
    pseudonyms: Mapping[str, str] = field(default_factory=dict)
    replacements: tuple[str, ...] = ()


#: A tagger reads the text as written and returns ``(start, end, type)`` for each find, in any order.
Tagger = Callable[[str], Iterable[tuple[int, int, str]]]
