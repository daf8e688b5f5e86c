"""Roster and accounts of the fictitious 云浦县人民检察院."""

from pathlib import Path

from casebank.domain.people import create_account
from casebank.domain.roster import import_roster
from casebank.enums import Role
from casebank.interfaces.importers.tables import read_tables
from casebank.models import Person, User

DATA = Path(__file__).resolve().parents[2] / "fixtures_data" / "inspection"
ROSTER = DATA / "人员名册.xlsx"
PASSWORD = "yunpu-demo-2026"  # noqa: S105 - public on purpose, see the start page of the demonstration

# Who shows which role at the sign-in; the first of each role is printed.
ROLES: dict[str, tuple[Role, ...]] = {
    "YP0109": (Role.PROSECUTOR,),
    "YP0602": (Role.TRAINER,),
    "YP0002": (Role.MARKER,),
    "YP0402": (Role.INSPECTOR,),
    "YP0601": (Role.HR,),
    "YP0104": (Role.HEAD, Role.PROSECUTOR),
    "YP0123": (Role.ADMINISTRATOR,),
    "YP0501": (Role.TRAINER,),
    "YP0401": (Role.INSPECTOR, Role.HEAD),
    "YP0403": (Role.INSPECTOR, Role.MARKER),
    "YP0201": (Role.HEAD, Role.PROSECUTOR),
    "YP0301": (Role.HEAD, Role.PROSECUTOR),
}
PROSECUTORS = [
    "YP0103",
    "YP0104",
    "YP0105",
    "YP0106",
    "YP0107",
    "YP0108",
    "YP0109",
    "YP0110",
    "YP0201",
    "YP0203",
    "YP0204",
    "YP0301",
    "YP0302",
    "YP0303",
]


def build_people() -> None:
    """Import the roster once and open the accounts that are missing."""
    if not Person.objects.filter(staff_no="YP0109").exists():
        import_roster(actor=None, tables=read_tables(ROSTER.read_bytes(), ROSTER.name))
    wanted = dict.fromkeys(PROSECUTORS, (Role.PROSECUTOR,)) | ROLES
    opened = set(User.objects.filter(username__in=wanted).values_list("username", flat=True))
    for person in Person.objects.filter(staff_no__in=wanted.keys() - opened):
        create_account(actor=None, person=person, password=PASSWORD, roles=wanted[person.staff_no])


def sign_ins() -> list[tuple[str, str, str]]:
    """(role label in Chinese and English, user name, person) of each role, in the order of ``ROLES``."""
    labels = {
        Role.PROSECUTOR: "检察官 prosecutor",
        Role.TRAINER: "培训教师 trainer",
        Role.MARKER: "阅卷人 marker",
        Role.INSPECTOR: "案管评查员 inspector",
        Role.HR: "政治部 HR",
        Role.HEAD: "部门负责人 head of department",
        Role.ADMINISTRATOR: "系统管理员 administrator",
    }
    names = dict(Person.objects.filter(staff_no__in=ROLES).values_list("staff_no", "name"))
    first = {}
    for number, roles in ROLES.items():
        first.setdefault(roles[0], number)
    return [(labels[role], number, names[number]) for role, number in first.items()]


def account(staff_no: str) -> User:
    """The account of somebody in the demonstration."""
    return User.objects.select_related("person__unit").get(username=staff_no)
