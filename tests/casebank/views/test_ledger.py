import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from casebank.interfaces.importers.tables import read_tables
from casebank.models import Evaluation, ImportBatch, ImportRow, Unit
from tests.casebank.interfaces.test_importers import archive, reworked
from tests.factories.people import PersonFactory, UnitFactory, UserFactory
from tests.factories.tables import LEDGER_LABELS, ledger, ledger_row, xlsx

pytestmark = pytest.mark.django_db
WORSE = {"得分": 55, "等次": "不合格"}


@pytest.fixture
def handler():
    return PersonFactory(name="赵一", staff_no="YP0901")


@pytest.fixture
def inspector(handler, client):
    user = UserFactory(person__unit=handler.unit, person__name="孙三", roles=["inspector"])
    client.force_login(user)
    return user


def upload(client, table, name="台账.xlsx"):
    data = table if isinstance(table, bytes) else xlsx(table)
    return client.post(reverse("casebank:ledger_upload"), {"file": SimpleUploadedFile(name, data)})


def page(client, name, *args, **query):
    return client.get(reverse(f"casebank:{name}", args=args), query)


def test_from_upload_to_result(client, inspector):
    response = upload(client, ledger(ledger_row(), ledger_row(案号="/")))
    batch = ImportBatch.objects.get()
    assert response.url == reverse("casebank:ledger_columns", args=[batch.pk])
    assert "等次" in page(client, "ledger_columns", batch.pk).content.decode()

    detail = page(client, "ledger_detail", batch.pk, tab="valid")
    assert "云浦检刑诉〔2026〕901号" in detail.content.decode()
    assert Evaluation.objects.count() == 0

    response = client.post(reverse("casebank:ledger_commit", args=[batch.pk]))
    assert response.url == reverse("casebank:ledger_detail", args=[batch.pk])
    assert Evaluation.objects.count() == 1
    assert page(client, "ledger_list").status_code == 200


@pytest.mark.parametrize("tab", ["valid", "invalid", "conflict", "duplicate", "skipped", "warned", "", "nonsense"])
def test_every_tab(client, inspector, tab):
    rows = [
        ledger_row(),
        ledger_row(),
        ledger_row(案号="/"),
        ("小计",),
        ledger_row(案号="云浦检刑诉〔2026〕2号", 得分=99),
    ]
    rows += [ledger_row(案号="云浦检刑诉〔2026〕3号"), ledger_row(案号="云浦检刑诉〔2026〕3号", **WORSE)]
    upload(client, ledger(*rows))

    response = page(client, "ledger_detail", ImportBatch.objects.get().pk, tab=tab)

    assert response.status_code == 200


def test_a_conflict_is_decided_on_screen(client, inspector):
    upload(client, ledger(ledger_row(), ledger_row(**WORSE)))
    batch = ImportBatch.objects.get()

    client.post(reverse("casebank:ledger_choose", args=[batch.pk]), {"case_no": "云浦检刑诉〔2026〕901号", "row": "4"})
    client.post(reverse("casebank:ledger_commit", args=[batch.pk]))

    assert Evaluation.objects.get().grade == "不合格"


@pytest.mark.parametrize("given", [{}, {"case_no": "x", "row": "abc"}, {"case_no": "x", "row": "3"}])
def test_a_senseless_choice_is_answered_kindly(client, inspector, given):
    upload(client, ledger(ledger_row(), ledger_row(**WORSE)))
    batch = ImportBatch.objects.get()

    response = client.post(reverse("casebank:ledger_choose", args=[batch.pk]), given)

    assert response.status_code == 422
    assert not ImportRow.objects.exclude(chosen=None).exists()


def test_missing_columns_are_assigned(client, inspector):
    labels = tuple("复核结果单" if label == "等次" else label for label in LEDGER_LABELS)
    upload(client, type(ledger())("台账", (labels, ledger_row())))
    batch = ImportBatch.objects.get()
    assert page(client, "ledger_detail", batch.pk).url == reverse("casebank:ledger_columns", args=[batch.pk])
    form = page(client, "ledger_columns", batch.pk).context["form"]

    chosen = {name: field.initial for name, field in form.fields.items()} | {"grade": str(labels.index("复核结果单"))}
    response = client.post(reverse("casebank:ledger_columns", args=[batch.pk]), chosen)

    assert response.url == reverse("casebank:ledger_detail", args=[batch.pk])
    assert ImportRow.objects.get().status == "valid"


def test_one_column_for_two_fields_is_told(client, inspector):
    upload(client, ledger(ledger_row()))
    batch = ImportBatch.objects.get()
    form = page(client, "ledger_columns", batch.pk).context["form"]

    chosen = {name: field.initial for name, field in form.fields.items()} | {"grade": form.fields["score"].initial}
    response = client.post(reverse("casebank:ledger_columns", args=[batch.pk]), chosen)

    assert response.status_code == 422
    assert response.context["form"].errors.keys() == {"grade"}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("只是文字".encode(), "台账.xlsx"),
        (b"", "台账.xlsx"),
        (b"", "台账.csv"),
        (xlsx(ledger(ledger_row())), "台账.xlsm"),
        (reworked(**{"xl/vbaProject.bin": b"x"}), "台账.xlsx"),
        (reworked(**{"xl/worksheets/sheet1.xml": b" " * 60_000_000}), "台账.xlsx"),
        (archive(**{f"m{n}": b"" for n in range(2_100)}), "台账.xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 50, "台账.xlsx"),
        ("案号\n某检刑诉〔2026〕1号\n".encode(), "台账.csv"),
        ("甲,乙,丙\n1,2,3\n".encode(), "台账.csv"),
        (b"x", "台账.pdf"),
    ],
    ids=["renamed text", "empty", "empty csv", "xlsm", "macros", "bomb", "members", "encrypted", "one column", "headers", "pdf"],
)  # fmt: skip
def test_bad_files_are_explained_and_leave_nothing(client, inspector, data, name):
    response = upload(client, data, name)

    assert response.status_code == 422
    assert response.context["form"].errors["file"]
    assert ImportBatch.objects.count() == 0


def test_no_file_at_all(client, inspector):
    assert client.post(reverse("casebank:ledger_upload"), {}).status_code == 422


def test_the_error_workbook(client, inspector):
    upload(client, ledger(ledger_row(), ledger_row(案号="/", 案由="@cmd")))

    response = page(client, "ledger_errors", ImportBatch.objects.get().pk)

    rows, objections = read_tables(response.content, "x.xlsx")
    assert rows.rows[1][0] == 4
    assert "@cmd" in rows.rows[1]
    assert objections.rows[1][-1] == "missing_case_no"


def test_cancelling(client, inspector):
    upload(client, ledger(ledger_row()))
    batch = ImportBatch.objects.get()

    client.post(reverse("casebank:ledger_cancel", args=[batch.pk]))

    assert page(client, "ledger_detail", batch.pk).status_code == 200
    assert page(client, "ledger_errors", batch.pk).status_code == 404
    assert page(client, "ledger_columns", batch.pk).status_code == 404


def test_the_same_file_twice_is_remarked(client, inspector):
    data = xlsx(ledger(ledger_row()))
    upload(client, data)
    client.post(reverse("casebank:ledger_commit", args=[ImportBatch.objects.get().pk]))

    upload(client, data)

    messages = [str(one) for one in page(client, "ledger_list").context["messages"]]
    assert len(messages) == 2
    assert ImportBatch.objects.first().counts["by_reason"] == {"already_stored": 1}


def test_score_bands(client, inspector):
    address = reverse("casebank:ledger_bands")
    assert client.get(address).status_code == 200

    wrong = client.post(address, {"rank_1": "70", "rank_2": "80", "rank_3": "60"})
    right = client.post(address, {"rank_1": "90", "rank_2": "80", "rank_3": "70.5"})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert Unit.objects.get().score_bands == {"1": 90.0, "2": 80.0, "3": 70.5, "4": 0}


PAGES = ["ledger_list", "ledger_upload", "ledger_bands"]
OBJECT_PAGES = ["ledger_detail", "ledger_columns", "ledger_errors"]
ACTS = ["ledger_commit", "ledger_cancel", "ledger_choose"]


@pytest.mark.parametrize("roles", [["prosecutor"], ["head"], ["hr"], ["trainer"], ["marker"], ["administrator"], []])
def test_other_roles_find_nothing(client, inspector, roles):
    upload(client, ledger(ledger_row()))
    pk = ImportBatch.objects.get().pk
    client.force_login(UserFactory(person__unit=inspector.person.unit, roles=roles))

    assert {page(client, name).status_code for name in PAGES} == {404}
    assert {page(client, name, pk).status_code for name in OBJECT_PAGES} == {404}
    assert {client.post(reverse(f"casebank:{name}", args=[pk])).status_code for name in ACTS} == {404}


def test_imports_of_another_unit_look_like_missing_ones(client, inspector):
    upload(client, ledger(ledger_row()))
    pk = ImportBatch.objects.get().pk
    client.force_login(UserFactory(person__unit=UnitFactory(code="QH"), roles=["inspector"]))

    for known in (pk, pk + 1):
        assert {page(client, name, known).status_code for name in OBJECT_PAGES} == {404}
        assert {client.post(reverse(f"casebank:{name}", args=[known])).status_code for name in ACTS} == {404}


def test_strangers_are_sent_to_the_sign_in(client, inspector):
    client.logout()

    assert all("/accounts/login/" in page(client, name).url for name in PAGES)
