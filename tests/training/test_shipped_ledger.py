"""The planted training effect of the shipped ledger (``EXPECTED.md``) comes out of the comparison."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

import casebank
from casebank.models import DefectType, Department, Evaluation, Finding, Person, RoleGrant, User
from training.core.effect import Share
from training.domain.queries.effect import EffectQuestion, training_effect

FIXTURES = Path(casebank.__file__).parent / "fixtures_data" / "inspection"
TRAINED = frozenset({"XS-WS-04", "XS-QS-10", "XS-WS-09"})
OTHERS = frozenset({"XS-ZJ-06", "XS-ZJ-21", "XS-RR-03", "XS-QS-05", "XS-QS-06"})


@pytest.fixture
def ledger(db, capsys):
    """The shipped ledger, every finding confirmed with its true code."""
    call_command("import_roster", str(FIXTURES / "人员名册.xlsx"))
    call_command("import_inspections", str(FIXTURES / "案件评查台账_2026H1.xlsx"))
    types = {row.code: row for row in DefectType.objects.all()}
    with (FIXTURES / "EXPECTED_rows.csv").open(encoding="utf-8-sig") as lines:
        truth = {row["case_no"]: row["defect_codes"] for row in csv.DictReader(lines) if row["status"] == "valid"}
    confirmed = []
    for evaluation in Evaluation.objects.select_related("case").prefetch_related("findings"):
        codes = [code for code in truth[evaluation.case.case_no].split(";") if code]
        for finding, code in zip(evaluation.findings.all(), codes, strict=True):
            finding.state, finding.defect = "confirmed", types[code]
            confirmed.append(finding)
    Finding.objects.bulk_update(confirmed, ["state", "defect"], batch_size=300)


def shares(change):
    return change.before, change.after


def test_the_planted_effect_is_found(ledger):
    people = Person.objects.all()
    department = people.filter(department__name="第一检察部").values_list("pk", flat=True)

    found = training_effect(
        EffectQuestion(people, frozenset(department), TRAINED, OTHERS, date(2025, 11, 1), "刑事检察")
    )

    assert shares(found.trained) == (Share(24, 165), Share(3, 116))
    assert shares(found.untrained) == (Share(3, 57), Share(1, 39))
    assert shares(found.other) == (Share(32, 165), Share(19, 116))
    assert not found.trained.difference.includes_zero
    assert found.untrained.difference.includes_zero
    assert found.other.difference.includes_zero


def test_the_page_shows_it(ledger, client):
    user = User.objects.create_user("YP0602", person=Person.objects.get(staff_no="YP0602"))
    RoleGrant.objects.create(user=user, role="trainer")
    client.force_login(user)
    department = Department.objects.get(name="第一检察部")

    page = client.get(
        reverse("training:effect"),
        {
            "group": f"department-{department.pk}",
            "held_on": "2025-11-01",
            "business_line": "刑事检察",
            "codes": sorted(TRAINED),
            "other_codes": sorted(OTHERS),
        },
    ).content.decode()

    for figures in ("24 / 165", "3 / 116", "3 / 57", "1 / 39", "32 / 165", "19 / 116"):
        assert figures in page
