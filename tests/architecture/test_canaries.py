"""Words planted in everything secret, looked for in everything that each part of a procuratorate can fetch."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from assessments.domain.item import mark_ready
from assessments.models import Answer, Attempt, Item
from casebank.models import Case, Study
from tests.architecture.crawl import everything_of
from tests.architecture.rights import RIGHTS
from tests.factories import assessments as make
from tests.factories.casefile import CANARY
from tests.factories.office import Office, office
from tests.factories.studies import PARTIES

pytestmark = pytest.mark.django_db
ANSWER, TITLE, TASK = "他人答卷金丝雀4417", "未开考题名金丝雀5527", "未开考题面金丝雀6638"
APPROVERS = {"trainer", "inspector", "head", "other_head"}


@dataclass(frozen=True)
class Secret:
    """Words, and the parts that the right table of ``docs/reference/roles.md`` lets read them."""

    words: tuple[str, ...]
    readers: frozenset[str]


@pytest.fixture
def house() -> Office:
    house = office("YP")
    _plant_answers(house)
    _plant_a_test_to_come(house)
    return house


def _plant_answers(house: Office) -> None:
    handed_in = Attempt.objects.get(**house.objects["script"])
    handed_in.answers.exclude(field="findings").update(payload={"text": ANSWER})
    Answer.objects.filter(attempt=house.objects["attempt"]["pk"]).exclude(field="findings").update(
        payload={"text": ANSWER}
    )


def _plant_a_test_to_come(house: Office) -> None:
    """A paper that opens tomorrow, which the prosecutor and the colleague are to sit."""
    trainer = house.people["trainer"]
    item = make.drafting_item(trainer, ready=False, title=TITLE)
    Item.objects.filter(pk=item.pk).update(task=TASK)
    item.refresh_from_db()
    paper = make.approved_paper(mark_ready(actor=trainer, item=item), approver=house.people["inspector"])
    candidates = house.people["prosecutor"], house.people["colleague"]
    make.open_sitting(
        *candidates, of=paper, markers=[house.people["marker"]], opens_in=timedelta(days=1), closes_in=timedelta(days=2)
    )


def secrets_of(house: Office) -> dict[str, Secret]:
    candidate = house.people["prosecutor"].person
    study = Study.objects.get(**house.objects["suggested"])
    numbers = Case.objects.filter(handler=candidate).values_list("case_no", flat=True)
    return {
        "key and rubric": Secret((CANARY,), frozenset(APPROVERS | {"marker"})),
        "answers": Secret((ANSWER,), frozenset({"prosecutor", "marker"})),
        "test to come": Secret((TITLE, TASK), frozenset(APPROVERS)),
        "people of a study": Secret(tuple(one["name"] for one in PARTIES), frozenset({"trainer", "inspector"})),
        "secret offset of dates": Secret((f'"day_offset": {study.day_offset}',), frozenset()),
        "case numbers": Secret(tuple(numbers), frozenset({"prosecutor", "inspector", "head", "trainer"})),
        "candidate": Secret(
            (candidate.name, candidate.staff_no), frozenset(set(house.people) - {"marker", "other_marker"})
        ),
    }


def starts(house: Office, secrets: dict[str, Secret]) -> list[str]:
    addresses = [reverse(name, kwargs=rule.fill(house.objects)) for name, rule in RIGHTS.items() if not rule.act]
    words = [word for secret in secrets.values() for word in secret.words[:1]]
    searches = [f"{url}?q={word}" for word in words for url in ("/search/", "/case-studies/", "/cases/evaluations/")]
    return ["/", "/desk/", *addresses, *searches, "/admin/", "/sitemap.xml", "/documents/1/x.docx", "/api/v2/pages/"]


def test_each_part_reads_only_what_is_meant_for_it(house):
    secrets = secrets_of(house)
    seen: dict[str, set[str]] = {name: set() for name in secrets}
    leaks = []
    for part, user in {**house.people, "anonymous": None}.items():
        client = Client()
        if user:
            client.force_login(user)
        for url, text in everything_of(client, starts(house, secrets)):
            for name, secret in secrets.items():
                if any(word in text.replace(f"q={word}", "") for word in secret.words if f"q={word}" not in url):
                    seen[name].add(part)
                    leaks += [(part, name, url)] if part not in secret.readers else []

    assert leaks == []
    assert {"trainer", "marker"} <= seen["key and rubric"]
    assert seen["answers"] == {"prosecutor", "marker"}
    assert seen["test to come"] == APPROVERS
    assert {"trainer", "inspector"} == seen["people of a study"]
    assert {"prosecutor", "inspector", "head"} <= seen["case numbers"]
