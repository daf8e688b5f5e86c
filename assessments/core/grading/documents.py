"""A drafted judgment against its reference: eleven kinds of difference, each with its place in the draft.

Elements are compared as multisets per section, so an article listed twice or a date changed in one of two places is
seen, while another order, traditional characters, Arabic numerals or another wording change nothing. The annex with
statute texts is cut off. What a missing section takes away is not reported a second time.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from assessments.core.grading.multiset import Item, difference, paired
from assessments.core.grading.types import Defect
from casebank.core.text.amounts import find_amounts, find_terms
from casebank.core.text.charges import family_of
from casebank.core.text.citations import find_citations
from casebank.core.text.dates import FoundDate, find_dates
from casebank.core.text.judgment import Sections, read_sections

_EVIDENCE = re.compile(
    r"(?:上述|以上|前述|该)(?:犯罪|案件)?(?:事实|指控)|为证实(?:上述|以上)|证实(?:上述|以上)事实|上述指控的事实"
)
_CHARGE = re.compile(r"犯(?P<name>(?!罪)[\u4e00-\u9fff、()]{2,28}?)罪(?=[,、。;:)(判免\d一二三]|$|的|处)")
_DEFENDANT = re.compile(r"被告人(?P<name>[\u4e00-\u9fff某×*]{1,4}?(?:[甲乙丙丁]|[0-9A-Z])?)(?=[,(、。:犯]|$)")
_INTRODUCED = re.compile(r"被告人(?P<name>[\u4e00-\u9fff]{2,4}?)(?=[,(](?:男|女|曾用名|又名|别名|绰号|化名|\d{4}年))")
_NO_NAME = re.compile(r"[的其等均在于及和]|到庭|供述|人")
_DENIAL = re.compile(r"不构成|不能构成|未构成")
_GRAM = 8


def compare_documents(reference: str, draft: str) -> tuple[Defect, ...]:
    """Defects of ``draft`` against ``reference``, in reading order of the kinds; offsets in the original draft."""
    want, have = read_sections(reference), read_sections(draft)
    found: list[Defect] = []
    for check in CHECKS:
        found += check(want, have)
    return tuple(found)


# ------------------------------------------------------------------ sections
def _missing_sections(want: Sections, have: Sections) -> Iterator[Defect]:
    if want.reason >= 0 and have.reason < 0:
        yield Defect("drop_section_reason", _opening(want.text, want.reason))
    if want.appeal >= 0 and have.appeal < 0:
        yield Defect("drop_appeal", _opening(want.text, want.appeal))


def _missing_evidence(want: Sections, have: Sections) -> Iterator[Defect]:
    """An evidence sentence is missing when its opening is gone and its words are nowhere else."""
    limit = want.order if want.order >= 0 else len(want.text)
    sentences = [
        s for s in _sentences(want.text[: want.facts[1] if want.reason >= 0 else limit]) if _EVIDENCE.search(s[:60])
    ]
    threshold = 0.35 if _openings(have) else 0.8
    for sentence in sentences:
        if len(sentence) >= 20 and _share_found(sentence, have.text) < threshold and _fewer_openings(want, have):
            yield Defect("drop_section_evidence", _opening(sentence, 0))
            return


def _fewer_openings(want: Sections, have: Sections) -> bool:
    return _openings(have) < _openings(want)


def _openings(doc: Sections) -> int:
    return len(_EVIDENCE.findall(doc.text[: doc.facts[1]]))


def _sentences(text: str) -> list[str]:
    return re.split(r"[。]", text)


def _share_found(sentence: str, text: str) -> float:
    grams = [sentence[at : at + _GRAM] for at in range(len(sentence) - _GRAM + 1)]
    return sum(gram in text for gram in grams) / len(grams) if grams else 1.0


def _opening(text: str, at: int, length: int = 30) -> str:
    return text[at : at + length]


# ------------------------------------------------------------------ elements
def _articles(want: Sections, have: Sections) -> Iterator[Defect]:
    differences = (_without_paragraph_changes(*pair) for pair in _article_differences(want, have))
    lost, extra = min(differences, key=lambda pair: len(pair[0]) + len(pair[1]))
    for old, new in paired(lost, extra, _citation_likeness):
        if old and new:
            yield _changed("wrong_article", have, old, new)
        elif old:
            yield Defect("drop_article", old.label)


def _without_paragraph_changes(lost: list[Item], extra: list[Item]) -> tuple[list[Item], list[Item]]:
    """The same article with other 款 or 项 is no other article: such pairs are no defect of these kinds."""
    rest = list(extra)
    kept = []
    for old in lost:
        same = next((new for new in rest if new.key[:2] == old.key[:2]), None)  # type: ignore[index]
        if same:
            rest.remove(same)
        else:
            kept.append(old)
    return kept, rest


def _article_differences(want: Sections, have: Sections) -> Iterator[tuple[list[Item], list[Item]]]:
    """Differences from 本院认为 on; without that part in the draft, from each possible start of the statute list."""
    if have.reason >= 0 and want.reason >= 0:
        yield difference(_citations(want, want.reason), _citations(have, have.reason))
        return
    start = have.statutes[0] if have.statutes else max(have.order, 0)
    for begin in want.statutes or (max(want.order, 0),):
        yield difference(_citations(want, begin), _citations(have, start))


def _citations(doc: Sections, start: int) -> list[Item]:
    stop = doc.order if doc.order >= 0 else len(doc.text)
    found = find_citations(doc.text[start:stop])
    return [Item(one.in_full, one.text, start + one.start, start + one.end) for one in found]


def _citation_likeness(old: Item, new: Item) -> float:
    """The replaced article keeps its 款 and 项 and mostly stands at the same place of the list."""
    mine, other = old.key, new.key
    return 2.0 * (mine[2:] == other[2:]) - abs(mine[0] - other[0]) / 1000  # type: ignore[index]


def _charges(want: Sections, have: Sections) -> Iterator[Defect]:
    yield from _replaced("wrong_charge", want, have, _operative_charges)


def _operative_charges(doc: Sections) -> list[Item]:
    start, stop = doc.operative
    return [
        Item(_charge_key(m["name"]), m["name"] + "罪", start + m.start("name"), start + m.end("name") + 1)
        for m in _CHARGE.finditer(doc.text[start:stop])
    ]


def _charge_key(name: str) -> str:
    family = family_of(name)
    return family if family == name or "、" not in family else "、".join(sorted(name.split("、")))


def _terms(want: Sections, have: Sections) -> Iterator[Defect]:
    yield from _replaced("wrong_term", want, have, _operative_terms)


def _operative_terms(doc: Sections) -> list[Item]:
    start, stop = doc.operative
    found = find_terms(doc.text[start:stop])
    return [
        Item((t.kind, t.months), t.text, start + t.start, start + t.end)
        for t in found
        if t.kind in ("imprisonment", "detention")
    ]


def _fines(want: Sections, have: Sections) -> Iterator[Defect]:
    yield from _replaced("wrong_fine", want, have, _operative_fines)


def _operative_fines(doc: Sections) -> list[Item]:
    start, stop = doc.operative
    found = find_amounts(doc.text[start:stop])
    return [Item(a.value, "罚金" + a.text, start + a.start, start + a.end) for a in found if a.role == "fine"]


def _dates(want: Sections, have: Sections) -> Iterator[Defect]:
    """A year changed: same month and day. Other differences of dates are no defect of this kind."""
    lost, extra = difference(_fact_dates(want), _fact_dates(have))
    for old, new in paired(lost, extra, lambda a, b: 1.0 if a.key[1] == b.key[1] else -9.0):  # type: ignore[index]
        if old and new:
            yield _changed("wrong_date", have, old, new)


def _fact_dates(doc: Sections) -> list[Item]:
    start, stop = doc.facts
    return [_date_item(one) for one in find_dates(doc.text[start:stop]) if not one.carried]


def _date_item(one: FoundDate) -> Item:
    return Item((one.year, one.within_year), one.text, one.start, one.end)


def _names(want: Sections, have: Sections) -> Iterator[Defect]:
    """Another surname before a defendant's given name after 判决如下."""
    for name in _defendants(want):
        given = name[1:]
        if not given:
            continue
        lost, extra = difference(_bearers(want, given), _bearers(have, given))
        lost = [item for item in lost if item.key == name]
        for old, new in paired(lost, extra, lambda a, b: 1.0):
            if old and new:
                yield _changed("wrong_name", have, old, new)


def _defendants(doc: Sections) -> list[str]:
    """Names from the heading (被告人某,男), then those named elsewhere unless a function word got into them."""
    introduced = dict.fromkeys(m["name"] for m in _INTRODUCED.finditer(doc.text))
    others = (m["name"] for m in _DEFENDANT.finditer(doc.text) if len(m["name"]) > 1)
    return [*introduced, *dict.fromkeys(n for n in others if n not in introduced and not _NO_NAME.search(n))]


def _bearers(doc: Sections, given: str) -> list[Item]:
    start, stop = (doc.order, len(doc.text)) if doc.order >= 0 else (0, 0)
    stop = doc.operative[1] if doc.order >= 0 else stop
    part = doc.text[start:stop]
    surnames = re.compile(
        rf"[\u4e00-\u9fff](?={re.escape(given)})" + ("(?!..?某)" if not given.startswith("某") else "")
    )
    found = [m.start() for m in surnames.finditer(part)]
    return [
        Item(part[at : at + 1 + len(given)], part[at : at + 1 + len(given)], start + at, start + at + 1 + len(given))
        for at in found
        if part[at] not in "某"
    ]


def _denials(want: Sections, have: Sections) -> Iterator[Defect]:
    """构成…罪 of the reasoning turned into 不构成."""
    if have.reason < 0:
        return
    lost, extra = difference(_denial_items(want), _denial_items(have))
    for item in extra:
        yield Defect("negate", "构成→不构成", *have.folded.original_span(item.start, item.end))


def _denial_items(doc: Sections) -> list[Item]:
    start, stop = doc.reasoning
    part = doc.text[start:stop]
    return [
        Item(
            re.sub(r"[^\u4e00-\u9fff]", "", part[m.end() : m.end() + 6]), m.group(), start + m.start(), start + m.end()
        )
        for m in _DENIAL.finditer(part)
    ]


CHECKS: tuple[Callable[[Sections, Sections], Iterable[Defect]], ...] = (
    _missing_sections, _missing_evidence, _articles, _charges, _terms, _fines, _denials, _names, _dates,
)  # fmt: skip


def _replaced(kind: str, want: Sections, have: Sections, items: Callable[[Sections], list[Item]]) -> Iterator[Defect]:
    lost, extra = difference(items(want), items(have))
    for old, new in paired(lost, extra, _same_kind):
        if old and new:
            yield _changed(kind, have, old, new)


def _same_kind(old: Item, new: Item) -> float:
    first, second = old.key, new.key
    return float(first[0] == second[0]) if isinstance(first, tuple) and isinstance(second, tuple) else 1.0


def _changed(kind: str, doc: Sections, old: Item, new: Item) -> Defect:
    return Defect(kind, f"{old.label}→{new.label}", *doc.folded.original_span(new.start, new.end))
