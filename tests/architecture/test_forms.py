"""Fields that a form does not offer change nothing; records are only added to."""

import pytest
from django.apps import apps
from django.db import transaction
from django.urls import reverse

from assessments.models import Item, Paper
from casebank.core.errors import Refused
from casebank.models import Case, User
from casebank.models.append_only import AppendOnlyModel
from tests.factories.office import office
from tests.factories.people import PersonFactory, UnitFactory
from tests.factories.performance import EntryFactory
from training.models import Lesson

pytestmark = pytest.mark.django_db
RECORDS = [model for model in apps.get_models() if issubclass(model, AppendOnlyModel)]


def smuggled(other) -> dict:
    """What an attacker adds to every form."""
    person, unit = other.people["trainer"].person_id, other.people["trainer"].person.unit_id
    states = {"state": "approved", "marking": "released", "frozen_at": "2026-01-01", "approved_by": 1}
    rights = {"is_staff": "1", "is_superuser": "1", "username": "root", "unit": unit, "unit_id": unit}
    return states | rights | {"author": other.people["trainer"].pk, "person_id": person, "id": 1, "pk": 1}


def test_what_a_form_does_not_offer_is_ignored(client):
    house, extra = office("YP"), smuggled(office("QS"))
    trainer = house.people["trainer"]
    client.force_login(trainer)
    release = reverse("training:lesson_new", kwargs=house.objects["release"])
    questions = {
        "questions-TOTAL_FORMS": 0,
        "questions-INITIAL_FORMS": 0,
        "form-TOTAL_FORMS": 0,
        "form-INITIAL_FORMS": 0,
    }

    item = {"title": "夹带题", "task": "题面", "competency_codes": ["CP-01"]}
    client.post(reverse("assessments:item_new", args=["evidence_review"]), {**item, **extra})
    client.post(reverse("assessments:paper_new"), {"title": "夹带卷", **extra})
    client.post(release, {"title": "夹带课", "teaching_text": "正文", "hours": "1", **questions, **extra})

    made = [Item.objects.get(title="夹带题"), Paper.objects.get(title="夹带卷"), Lesson.objects.get(title="夹带课")]
    for row in made:
        assert (row.author, row.unit_id, row.state) == (trainer, trainer.person.unit_id, "draft")


def test_an_account_gets_only_the_roles_that_were_ticked(client):
    house, extra = office("YP"), smuggled(office("QS"))
    client.force_login(house.people["administrator"])
    person = PersonFactory(unit=house.people["hr"].person.unit)
    foreigner = PersonFactory(unit=UnitFactory(code="QS"))
    form = {"password": "cang-yun-2026-yue", "roles": ["prosecutor"], **extra}

    client.post(reverse("casebank:account_create"), {**form, "person": foreigner.pk})
    client.post(reverse("casebank:account_create"), {**form, "person": person.pk})

    assert not User.objects.filter(person=foreigner).exists()
    made = User.objects.get(person=person)
    assert (made.username, made.is_staff, made.is_superuser) == (person.staff_no, False, False)
    assert made.role_codes == {"prosecutor"}


def test_sending_a_form_twice_makes_one(client):
    house = office("YP")
    learner = house.people["prosecutor"]
    client.force_login(learner)
    for _twice in range(2):
        taken = client.post(reverse("training:lesson_take", kwargs=house.objects["lesson_page"]))
        assert taken.status_code == 302
    client.force_login(house.people["inspector"])
    commit = reverse("casebank:ledger_commit", kwargs=house.objects["batch"])
    statuses = [client.post(commit).status_code for _twice in range(2)]

    lesson = Lesson.objects.get(pk=house.objects["lesson"]["pk"])
    assert lesson.enrolments.filter(person=learner.person).count() == 1
    assert statuses == [302, 422]
    assert Case.objects.filter(case_no="云浦检刑诉〔2026〕901号").count() == 1


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_records_are_only_added_to(model):
    field = next(one for one in model._meta.concrete_fields if not one.primary_key)
    ways = (
        lambda rows: rows.update(**{field.attname: 1}),
        lambda rows: rows.delete(),
        lambda rows: rows.bulk_create([], update_conflicts=True, update_fields=[field.name], unique_fields=["id"]),
    )
    for rows in (model.objects.all(), model._base_manager.all()):
        for way in ways:
            with pytest.raises(Refused):
                way(rows)


def test_a_line_of_the_record_stays_as_it_is():
    entry = EntryFactory(evaluated=True)
    entry.score = 100

    for way in (entry.save, entry.delete, lambda: type(entry).objects.bulk_update([entry], ["score"])):
        with pytest.raises(Refused), transaction.atomic():
            way()
    entry.refresh_from_db()
    assert entry.score == 86
