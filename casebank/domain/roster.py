"""Units, departments, posts and people from a roster."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from zlib import crc32

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.core.evaluation.cells import Table
from casebank.core.evaluation.headers import ROSTER, ROSTER_REQUIRED, Heading, find_heading
from casebank.core.evaluation.roster import RosterPerson, RosterRow, read_roster, unit_of
from casebank.domain.activity import record_activity
from casebank.models import Department, Person, Post, Posting, Unit, User
from casebank.rules import may_import_roster

LEADERS = "院领导"
_PREFIX = re.compile(r"^[A-Z]+")
_COMPARED = ("name", "rank", "joined_on", "note", "staff_class", "department_id", "post_id")


@dataclass(frozen=True)
class RosterResult:
    """What an import did, as staff numbers; ``problems`` are the rows that stopped it, then nothing was changed."""

    unit: Unit | None
    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    problems: tuple[RosterRow, ...] = field(default=())

    @property
    def counts(self) -> dict[str, int]:
        names = ("created", "updated", "unchanged", "absent")
        people = {name: len(getattr(self, name)) for name in names}
        return {"rows": sum(list(people.values())[:3]) + len(self.problems), **people, "invalid": len(self.problems)}


@transaction.atomic
def import_roster(*, actor: User | None, tables: Sequence[Table], unit_name: str = "") -> RosterResult:
    """Create or update everybody in the roster; with one faulty row nothing is changed.

    The unit is ``unit_name``, else the person's own, else the one in the title of the sheet (created when new).
    Departments and posts are created as they come. A changed department closes the present posting and opens one.
    People who are not in the roster stay as they are and are reported as absent. Accounts are not touched.
    Raises ``Refused``.
    """
    if actor is not None and not may_import_roster(actor):
        raise Refused(_("You may not import rosters."))
    table, heading = _sheet(tables)
    rows = [row for row in read_roster(table, heading) if row.status in ("valid", "invalid")]
    problems = tuple(row for row in rows if row.status == "invalid")
    if problems or not rows:
        return _nothing(problems)
    people = [row.person for row in rows if row.person]
    unit = _unit(actor, unit_name or unit_of(table, heading), people)
    _refuse_foreigners(unit, people)
    result = _store(unit, people)
    record_activity(actor=actor, act="roster.imported", subject=unit, detail=result.counts)
    return result


def _nothing(problems: tuple[RosterRow, ...]) -> RosterResult:
    if not problems:
        raise Refused(_("The roster holds no people."))
    return RosterResult(None, problems=problems)


def _sheet(tables: Sequence[Table]) -> tuple[Table, Heading]:
    found = [(table, heading) for table in tables if (heading := find_heading(table, ROSTER, ROSTER_REQUIRED))]
    complete = [pair for pair in found if not pair[1].missing]
    if not complete:
        raise Refused(_("No header row with 姓名, 工号 and 部门 was found in the file."))
    return max(complete, key=lambda pair: len(pair[1].columns))


def _unit(actor: User | None, name: str, people: Sequence[RosterPerson]) -> Unit:
    own = actor.person.unit if actor and actor.person_id else None
    if own:
        if name and name != own.name:
            raise Refused(
                _("This is the roster of %(other)s; you may only import that of %(own)s.")
                % {"other": name, "own": own.name}
            )
        return own
    if not name:
        raise Refused(_("The title of the sheet names no procuratorate. Please give the name of the unit."))
    return unit_named(name, [one.staff_no for one in people])


def unit_named(name: str, staff_numbers: Sequence[str]) -> Unit:
    """The unit of that name, made when it is new."""
    unit, _created = Unit.objects.get_or_create(name=name, defaults={"code": _code(name, staff_numbers)})
    return unit


def _code(name: str, staff_numbers: Sequence[str]) -> str:
    """The letters that all staff numbers begin with, if that code is free; else letters drawn from the name."""
    prefixes = {found[0] if (found := _PREFIX.match(number)) else "" for number in staff_numbers}
    code = prefixes.pop() if len(prefixes) == 1 else ""
    return code if code and not Unit.objects.filter(code=code).exists() else f"U{crc32(name.encode()):08X}"


def _refuse_foreigners(unit: Unit, people: Sequence[RosterPerson]) -> None:
    numbers = [one.staff_no for one in people]
    taken = Person.objects.filter(staff_no__in=numbers).exclude(unit=unit).values_list("staff_no", flat=True)
    if taken:
        raise Refused(
            _("Staff numbers already used in another unit: %(numbers)s.") % {"numbers": ", ".join(taken[:10])}
        )


def _store(unit: Unit, people: Sequence[RosterPerson]) -> RosterResult:
    departments = _departments(unit, people)
    posts = _posts(people)
    known = {one.staff_no: one for one in Person.objects.select_for_update().filter(unit=unit)}
    created, updated, unchanged = [], [], []
    for told in people:
        person = known.get(told.staff_no) or Person(unit=unit, staff_no=told.staff_no)
        before = {name: getattr(person, name) for name in _COMPARED}
        _fill(person, told, departments, posts)
        if before == {name: getattr(person, name) for name in _COMPARED}:
            unchanged.append(told.staff_no)
            continue
        (created if person.pk is None else updated).append(told.staff_no)
        person.save()
        _keep_postings(person, told, departments)
    numbers = {one.staff_no for one in people}
    absent = sorted(number for number, one in known.items() if number not in numbers and one.is_active)
    return RosterResult(unit, tuple(created), tuple(updated), tuple(unchanged), tuple(absent))


def _fill(person: Person, told: RosterPerson, departments: dict[str, Department], posts: dict[str, Post]) -> None:
    person.name, person.rank, person.joined_on, person.note = told.name, told.rank, told.joined_on, told.remark
    person.staff_class = _staff_class(told)
    person.department = departments[told.department]
    person.post = posts.get(told.post)


def _staff_class(told: RosterPerson) -> str:
    """员额检察官 have a rank; assistants, clerks and administrators are named by their post."""
    if told.rank:
        return "检察官"
    return told.post if told.post in ("检察官助理", "书记员", "司法警察", "司法行政人员") else "司法行政人员"


def _departments(unit: Unit, people: Sequence[RosterPerson]) -> dict[str, Department]:
    known = {one.name: one for one in Department.objects.filter(unit=unit)}
    names = dict.fromkeys([one.department for one in people] + [one.move.left for one in people if one.move])
    for order, name in enumerate(names, len(known) + 1):
        if name not in known:
            known[name] = Department.objects.create(unit=unit, name=name, order=0 if name == LEADERS else order)
    return known


def _posts(people: Sequence[RosterPerson]) -> dict[str, Post]:
    known = {one.name: one for one in Post.objects.all()}
    for order, name in enumerate(dict.fromkeys(one.post for one in people if one.post), len(known) + 1):
        if name not in known:
            known[name] = Post.objects.create(name=name, order=order)
    return known


def _keep_postings(person: Person, told: RosterPerson, departments: dict[str, Department]) -> None:
    """The posting in force is that of the roster; an earlier one told in the remark is kept with its end."""
    today = timezone.localdate()
    since = told.move.since if told.move else None
    present = person.postings.filter(ends_on=None).order_by("-starts_on").first()
    if present and present.department_id == person.department_id:
        present.post = person.post
        present.save(update_fields=["post"])
        return
    if present:
        since = since or today
        present.ends_on = max(since - timedelta(days=1), present.starts_on or date.min)
        present.save(update_fields=["ends_on"])
    elif told.move:
        before = departments[told.move.left]
        Posting.objects.create(person=person, department=before, ends_on=told.move.since - timedelta(days=1))
    Posting.objects.create(person=person, department=person.department, post=person.post, starts_on=since)
