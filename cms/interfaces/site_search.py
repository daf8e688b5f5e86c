"""One search over pages and negative-list codes, limited to what the person may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction

from casebank.public import negative_list, searched
from cms.models import CaseStudyPage, MicroClassPage

Text = str | Promise

STUDY, CLASS, CODE, PAGE = "study", "class", "code", "page"
KINDS: tuple[tuple[str, Text], ...] = (
    (STUDY, _("Published case studies")),
    (CLASS, _("Micro-classes")),
    (CODE, _("Negative-list codes")),
    (PAGE, _("Other pages")),
)
_CODE_FIELDS = ("title", "legal_basis", "check_method", "rectification")


@dataclass(frozen=True)
class Hit:
    """One result: ``text`` is what a snippet is taken from; ``row`` is the page or the code."""

    kind: str
    label: Text
    title: str
    text: str
    row: Any


def viewable_pages(request: HttpRequest) -> QuerySet[Page]:
    """Live pages that this visitor may open; each view restriction decides for itself."""
    pages = Page.objects.live().filter(depth__gt=1)
    for restriction in PageViewRestriction.objects.select_related("page"):
        if not restriction.accept_request(request):
            pages = pages.not_descendant_of(restriction.page, inclusive=True)
    return pages


class Results(Sequence[Hit]):
    """Codes first, then pages by relevance; nothing is fetched before it is shown."""

    def __init__(self, request: HttpRequest, words: str, kind: str) -> None:
        self._parts = [part for part in (_codes(request, words, kind), _pages(request, words, kind)) if part]
        self._sizes = [len(part) for part in self._parts]

    def __len__(self) -> int:
        return sum(self._sizes)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> list[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | list[Hit]:
        if isinstance(index, int):
            return self[index : index + 1][0]
        start, stop, _step = index.indices(len(self))
        hits: list[Hit] = []
        for part, size in zip(self._parts, self._sizes, strict=True):
            hits += part[max(start, 0) : max(min(stop, size), 0)] if start < size else []
            start, stop = start - size, stop - size
        return hits


class _Codes:
    def __init__(self, rows: QuerySet) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, part: slice) -> list[Hit]:
        return [_code_hit(row) for row in self._rows[part]]


class _Pages:
    def __init__(self, results: Any) -> None:
        self._results = results

    def __len__(self) -> int:
        return self._results.count()

    def __getitem__(self, part: slice) -> list[Hit]:
        return [_page_hit(page.specific) for page in self._results[part]]


def _codes(request: HttpRequest, words: str, kind: str) -> _Codes | None:
    if kind not in ("", CODE) or not request.user.is_authenticated:
        return None
    return _Codes(searched(negative_list(request.user), words, _CODE_FIELDS))


def _pages(request: HttpRequest, words: str, kind: str) -> _Pages | None:
    if kind == CODE:
        return None
    pages = viewable_pages(request)
    if kind == STUDY:
        pages = pages.type(CaseStudyPage)
    elif kind == CLASS:
        pages = pages.type(MicroClassPage)
    elif kind == PAGE:
        pages = pages.not_type((CaseStudyPage, MicroClassPage))
    return _Pages(pages.search(words))


def _code_hit(row: Any) -> Hit:
    text = " ".join((row.legal_basis, row.check_method, row.rectification))
    return Hit(CODE, _("Negative-list code"), f"{row.code} {row.title}", text, row)


def _page_hit(page: Any) -> Hit:
    if isinstance(page, CaseStudyPage):
        return Hit(STUDY, _("Case study"), page.title, f"{page.case_text} {_plain(page.body)}", page)
    if isinstance(page, MicroClassPage):
        return Hit(CLASS, _("Micro-class"), page.title, f"{page.summary} {_plain(page.body)}", page)
    return Hit(PAGE, _("Page"), page.title, getattr(page, "intro", ""), page)


def _plain(body: Any) -> str:
    return " ".join(body.stream_block.get_searchable_content(body))
