"""The main menu: one table, read by the sidebar and by the desk page.

A row whose URL name does not resolve is left out, so a feature appears in the menu the moment its URL exists.
Rights are checked by the pages themselves; the menu only spares people links that would answer 404.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise

EVERYBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Entry:
    """One menu row. ``roles`` empty means everybody who is signed in; ``hint`` is shown on the desk page."""

    label: Text
    url_name: str
    icon: str
    hint: Text
    roles: frozenset[str] = EVERYBODY


@dataclass(frozen=True)
class Section:
    """A titled run of menu rows."""

    label: Text
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Link:
    """An entry that this person can open, with its address."""

    label: Text
    url: str
    icon: str
    hint: Text
    current: bool


@dataclass(frozen=True)
class Group:
    """The links of one section that this person can open; never empty."""

    label: Text
    entries: tuple[Link, ...]


def _roles(*codes: str) -> frozenset[str]:
    return frozenset(codes)


SECTIONS: tuple[Section, ...] = (
    Section(
        "",
        (
            Entry(_("Desk"), "desk", "house", _("What waits for you today")),
            Entry(_("Case library"), "home", "globe", _("Published case studies, negative list and guidance")),
        ),
    ),
    Section(
        _("Case quality"),
        (
            Entry(
                _("Inspection ledgers"),
                "casebank:ledger_list",
                "file-earmark-spreadsheet",
                _("Import inspection results from a workbook and see what was accepted"),
                _roles("inspector"),
            ),
            Entry(
                _("Evaluations"),
                "casebank:evaluation_list",
                "clipboard-check",
                _("Inspected cases with grade, score and defects"),
                _roles("inspector", "trainer", "head"),
            ),
            Entry(
                _("Case studies"),
                "casebank:study_list",
                "journal-text",
                _("Turn a confirmed defect into an anonymised teaching case"),
                _roles("trainer", "inspector"),
            ),
            Entry(
                _("Roster"),
                "casebank:roster",
                "people",
                _("Units, departments, posts and people"),
                _roles("hr", "inspector", "administrator"),
            ),
        ),
    ),
    Section(
        _("Learning"),
        (
            Entry(
                _("My lessons"),
                "training:my_lessons",
                "book",
                _("Lessons assigned to you and what you completed"),
            ),
            Entry(
                _("Lessons"),
                "training:lesson_list",
                "easel",
                _("Make lessons of case studies, assign them and follow the progress"),
                _roles("trainer", "head"),
            ),
        ),
    ),
    Section(
        _("Assessment"),
        (
            Entry(
                _("My tests"),
                "assessments:my_attempts",
                "pencil-square",
                _("Tests that are open to you, receipts and released results"),
            ),
            Entry(
                _("Item bank"),
                "assessments:item_list",
                "collection",
                _("Evidence-review and drafting items with reference answers"),
                _roles("trainer"),
            ),
            Entry(
                _("Papers"), "assessments:paper_list", "files", _("Papers put together from items"), _roles("trainer")
            ),
            Entry(
                _("Sittings"),
                "assessments:sitting_list",
                "calendar-event",
                _("When a paper is taken, and by whom"),
                _roles("trainer", "head"),
            ),
            Entry(
                _("Marking"),
                "assessments:marking_list",
                "check2-square",
                _("Scripts that wait for your marks"),
                _roles("marker"),
            ),
        ),
    ),
    Section(
        _("Performance"),
        (
            Entry(
                _("My record"),
                "casebank:my_record",
                "person-badge",
                _("Inspection results, test results and recommended lessons"),
            ),
            Entry(
                _("Competency report"),
                "training:competency_report",
                "bar-chart",
                _("Levels of a department against the targets of its posts"),
                _roles("hr", "head"),
            ),
        ),
    ),
    Section(
        _("Administration"),
        (
            Entry(
                _("Site and publishing"),
                "wagtailadmin_home",
                "layout-text-window",
                _("Edit and publish the pages of the case library"),
                _roles("administrator", "trainer"),
            ),
        ),
    ),
)


def groups_for(roles: Iterable[str], path: str, sections: tuple[Section, ...] = SECTIONS) -> tuple[Group, ...]:
    """The menu of somebody with ``roles`` who looks at ``path``; the longest matching address is the current one."""
    held = frozenset(roles)
    found = [(section.label, _links(section, held)) for section in sections]
    current = _current_url([link.url for _label, links in found for link in links], path)
    return tuple(Group(label, _mark(links, current)) for label, links in found if links)


def _links(section: Section, held: frozenset[str]) -> list[Link]:
    allowed = (entry for entry in section.entries if not entry.roles or entry.roles & held)
    return [
        Link(entry.label, url, entry.icon, entry.hint, current=False)
        for entry in allowed
        if (url := _url(entry.url_name)) is not None
    ]


def _url(name: str) -> str | None:
    if name == "home":
        return "/"
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def _current_url(urls: list[str], path: str) -> str | None:
    matching = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(matching, key=len, default=None)


def _mark(links: list[Link], current: str | None) -> tuple[Link, ...]:
    return tuple(Link(link.label, link.url, link.icon, link.hint, link.url == current) for link in links)
