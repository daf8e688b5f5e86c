import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from casebank.models import Person
from tests.factories.people import PersonFactory, UnitFactory, UserFactory
from tests.factories.tables import roster, xlsx

pytestmark = pytest.mark.django_db
ONE = ("赵 一", "YP0901", "第一检察部", "三级检察官", "检察官", "2019年7月", "100-0000-0000", None)
ADDRESS = "casebank:roster_upload"


@pytest.fixture
def officer(client):
    user = UserFactory(roles=["hr"])
    client.force_login(user)
    return user


def upload(client, table, name="名册.xlsx"):
    data = table if isinstance(table, bytes) else xlsx(table)
    return client.post(reverse(ADDRESS), {"file": SimpleUploadedFile(name, data)})


def test_an_upload_shows_up_in_the_list(client, officer):
    assert upload(client, roster(ONE)).url == reverse("casebank:roster")

    text = client.get(reverse("casebank:roster"), {"q": "赵一"}).content.decode()
    assert "YP0901" in text
    assert "100-0000-0000" not in text


def test_faulty_rows_are_named_and_nothing_is_changed(client, officer):
    response = upload(client, roster(ONE, ("钱二", "", "第一检察部")))

    assert response.status_code == 422
    assert [number for number, _texts in response.context["problems"]] == [4]
    assert not Person.objects.filter(staff_no="YP0901").exists()


@pytest.mark.parametrize(("data", "name"), [(b"text", "x.xlsx"), (b"", "x.csv"), ("甲,乙\n".encode(), "x.csv")])
def test_bad_files(client, officer, data, name):
    response = upload(client, data, name)

    assert response.status_code == 422


def test_only_people_of_the_own_unit_are_listed(client, officer):
    PersonFactory(unit=UnitFactory(code="QH"), name="外人")

    assert "外人" not in client.get(reverse("casebank:roster")).content.decode()


@pytest.mark.parametrize(
    ("roles", "sees", "uploads"),
    [
        (["inspector"], 200, 200), (["hr"], 200, 200), (["administrator"], 200, 200), (["head"], 200, 404),
        (["trainer"], 200, 404), (["prosecutor"], 404, 404), (["marker"], 404, 404), ([], 404, 404),
    ],
)  # fmt: skip
def test_who_may_see_and_upload(client, roles, sees, uploads):
    client.force_login(UserFactory(roles=roles))

    assert client.get(reverse("casebank:roster")).status_code == sees
    assert client.get(reverse(ADDRESS)).status_code == uploads
