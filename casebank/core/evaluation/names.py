"""Finding people and departments by the names that ledgers use."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casebank.core.evaluation.cells import Cell, is_void, squeezed

_BRACKETED = re.compile(r"[(（].*?[)）]")
_NUMBERED = re.compile(r"^第([一二三四五六七八九十]+)检察部$")


@dataclass(frozen=True)
class Member:
    """A person of the roster with the departments he or she belongs or belonged to."""

    staff_no: str
    name: str
    departments: frozenset[str]


@dataclass(frozen=True)
class Match:
    """A staff number, or the reason why nobody could be named."""

    staff_no: str = ""
    reason: str = ""


class Members:
    """People by name without blanks. Two people of one name are told apart by department."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._by_name: Mapping[str, list[Member]] = defaultdict(list)
        for one in members:
            self._by_name[squeezed(one.name)].append(one)

    def find(self, name: Cell, department: str, *, role: str = "handler") -> Match:
        """Reasons: ``missing_<role>``, ``<role>_not_in_roster``, ``<role>_ambiguous``."""
        if is_void(name):
            return Match(reason=f"missing_{role}")
        found = self._by_name.get(squeezed(name), [])
        if len(found) > 1:
            found = [one for one in found if department in one.departments] or found
        if len(found) == 1:
            return Match(found[0].staff_no)
        return Match(reason=f"{role}_ambiguous" if found else f"{role}_not_in_roster")


class Departments:
    """Departments by full name, by short form (一部, 第一部) and by the aliases the unit keeps."""

    def __init__(self, names: Iterable[str], aliases: Mapping[str, str] | None = None) -> None:
        self._known: dict[str, str] = {}
        for name in names:
            for form in {squeezed(name), *short_forms(name)}:
                self._known.setdefault(form, name)
        for alias, name in (aliases or {}).items():
            self._known[squeezed(alias)] = name

    def find(self, value: Cell) -> str | None:
        """Full name; a remark in brackets (``第一检察部（刑检）``) is ignored; None when unknown."""
        text = squeezed(value)
        return self._known.get(text) or self._known.get(_BRACKETED.sub("", text))


def short_forms(name: str) -> tuple[str, ...]:
    """``第一检察部`` → ``一部, 第一部, 检察一部``."""
    found = _NUMBERED.match(squeezed(name))
    if not found:
        return ()
    return f"{found[1]}部", f"第{found[1]}部", f"检察{found[1]}部"
