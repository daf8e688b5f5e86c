"""How the main menu is put together for one person and one page; its rows stand in ``cms/web/menu.py``."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

Text = str | Promise


def everybody(user: Any) -> bool:
    """Everybody who is signed in."""
    return bool(user.is_authenticated and user.is_active)


@dataclass(frozen=True)
class Entry:
    """One menu row. ``allowed`` is the predicate of the page behind it; ``hint`` is shown on the desk page."""

    label: Text
    url_name: str
    icon: str
    hint: Text
    allowed: Callable[[Any], bool] = everybody


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
    current: bool = False


@dataclass(frozen=True)
class Group:
    """The links of one section that this person can open; never empty."""

    label: Text
    entries: tuple[Link, ...]


def groups_for(user: Any, path: str, sections: tuple[Section, ...]) -> tuple[Group, ...]:
    """The menu of ``user`` on the page ``path``; the longest matching address is the current one.

    A row whose URL name does not resolve is left out. Pages check rights themselves: the menu only spares people
    links that would answer 404.
    """
    found = [(section.label, _links(section, user)) for section in sections]
    current = _current_url([link.url for _label, links in found for link in links], path)
    return tuple(Group(label, _mark(links, current)) for label, links in found if links)


def _links(section: Section, user: Any) -> list[Link]:
    return [
        Link(entry.label, url, entry.icon, entry.hint)
        for entry in section.entries
        if (url := _url(entry.url_name)) and entry.allowed(user)
    ]


def _url(name: str) -> str | None:
    try:
        return name if name.startswith("/") else reverse(name)
    except NoReverseMatch:
        return None


def _current_url(urls: list[str], path: str) -> str | None:
    matching = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(matching, key=len, default=None)


def _mark(links: list[Link], current: str | None) -> tuple[Link, ...]:
    return tuple(replace(link, current=link.url == current) for link in links)
