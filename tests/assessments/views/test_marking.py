import pytest

from assessments.domain.premarking import premark_attempt
from assessments.models import MarkStep, PreMark
from assessments.rules import may_release_result
from tests.assessments.domain.test_result import marked_script
from tests.factories import assessments as make
from tests.factories.marking import submitted_script
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def marker(client):
    user = UserFactory(roles=["marker"])
    client.force_login(user)
    return user


def test_marking_pages_never_show_who_wrote_the_script(client, marker):
    candidate = UserFactory(roles=["prosecutor"], person__name="欧阳不可见", person__staff_no="SECRET-77")
    script = premark_attempt(actor=marker, attempt=submitted_script(candidate, marker=marker))

    pages = [
        client.get("/tests/marking/"),
        client.get(f"/tests/marking/sittings/{script.sitting_id}/"),
        client.get(f"/tests/marking/scripts/{script.code}/"),
    ]

    for page in pages:
        assert page.status_code == 200
        assert "欧阳不可见" not in page.content.decode()
        assert "SECRET-77" not in page.content.decode()
        assert str(candidate.person) not in page.content.decode()


def test_decisions_of_a_question_are_saved_together(client, marker):
    script = premark_attempt(actor=marker, attempt=submitted_script(marker=marker))
    sheet = script.premark_sheets.order_by("slot__order").first()
    marks = list(sheet.marks.all())
    data = {f"m{mark.pk}-points": str(mark.points) for mark in marks}

    answer = client.post(f"/tests/marking/scripts/{script.code}/?question={sheet.slot_id}", data)

    assert answer.status_code == 302
    assert MarkStep.objects.filter(premark__sheet=sheet).count() == len(marks)


def test_a_wrong_row_saves_nothing_and_is_named(client, marker):
    script = premark_attempt(actor=marker, attempt=submitted_script(marker=marker))
    sheet = script.premark_sheets.order_by("slot__order").first()
    first, second, *_rest = sheet.marks.all()
    data = {f"m{first.pk}-points": str(first.points), f"m{second.pk}-points": "500"}

    answer = client.post(f"/tests/marking/scripts/{script.code}/?question={sheet.slot_id}", data)

    assert answer.status_code == 422
    assert not MarkStep.objects.exists()
    assert f'value="{first.points}"' in answer.content.decode()
    assert 'value="500"' in answer.content.decode()


def test_the_way_from_script_to_confirmation(client, marker):
    script = submitted_script(marker=marker)

    client.post(f"/tests/marking/scripts/{script.code}/")
    client.post(f"/tests/marking/scripts/{script.code}/accept/")
    for sheet in script.premark_sheets.all():
        data = {f"m{mark.pk}-points": str(mark.points) for mark in sheet.marks.all()}
        client.post(f"/tests/marking/scripts/{script.code}/?question={sheet.slot_id}", data)
    client.post(f"/tests/marking/scripts/{script.code}/confirm/")

    script.refresh_from_db()
    assert not PreMark.objects.filter(sheet__attempt=script, steps=None).exists()
    assert script.marking == "marked"


def test_scripts_of_others_are_not_found(client, marker):
    foreign = submitted_script()

    assert client.get(f"/tests/marking/scripts/{foreign.code}/").status_code == 404
    assert client.get("/tests/marking/scripts/NOPE/").status_code == 404
    client.force_login(UserFactory(roles=["trainer", "hr", "prosecutor"]))
    assert client.get("/tests/marking/").status_code == 404


def test_release_and_the_candidates_own_page(client):
    script = marked_script()
    trainer = make.trainer()
    client.force_login(script.person.account)
    assert client.get(f"/tests/attempts/{script.pk}/result/").status_code == 404

    client.force_login(trainer)
    assert script.code in client.get("/tests/results/").content.decode()
    page = client.get(f"/tests/results/{script.code}/").content.decode()
    assert str(script.person) not in page
    assert '<input type="number"' not in page
    assert client.post(f"/tests/results/{script.code}/release/").status_code == 302

    client.force_login(script.person.account)
    assert client.get(f"/tests/attempts/{script.pk}/result/").status_code == 200
    client.force_login(UserFactory(roles=["prosecutor"]))
    assert client.get(f"/tests/attempts/{script.pk}/result/").status_code == 404


def test_the_list_of_my_tests_leads_to_a_released_result(client):
    script = marked_script()
    client.force_login(make.trainer())
    client.post(f"/tests/results/{script.code}/release/")
    client.force_login(script.person.account)

    listed = client.get("/tests/attempts/").content.decode()

    assert f'href="/tests/attempts/{script.pk}/result/"' in listed


def test_a_script_page_costs_the_same_whatever_its_length(client, marker, django_assert_max_num_queries):
    script = premark_attempt(actor=marker, attempt=submitted_script(marker=marker))

    with django_assert_max_num_queries(22):
        client.get(f"/tests/marking/scripts/{script.code}/")


def test_the_list_offers_to_release_what_the_rule_allows_at_the_price_of_one_row(client, django_assert_num_queries):
    trainer = UserFactory(roles=["marker", "trainer"])
    own, other = marked_script(trainer), marked_script()
    client.force_login(trainer)
    client.get("/tests/results/")

    with django_assert_num_queries(7):
        listed = client.get("/tests/results/").content.decode()

    assert own.code in listed and other.code in listed
    assert f"/tests/results/{other.code}/release/" in listed and may_release_result(trainer, other)
    assert f"/tests/results/{own.code}/release/" not in listed and not may_release_result(trainer, own)
