import io
from datetime import date

import openpyxl
import pypdf
import pytest
from django.urls import reverse

from casebank.models import Activity, Competency
from tests.factories.cases import DefectTypeFactory
from tests.factories.people import DepartmentFactory, PersonFactory, PostFactory, UnitFactory
from tests.factories.performance import EntryFactory
from tests.factories.training import CompetencyFactory
from training.models import PostTarget

pytestmark = pytest.mark.django_db
YEAR = {"since": "2025-12-01", "until": "2026-11-30", "half_life": "12"}


@pytest.fixture(autouse=True)
def knowledge():
    """Evidence review (XS-ZJ) and drafting (XS-WS)."""
    Competency.objects.all().delete()
    DefectTypeFactory(code="XS-ZJ-06")
    CompetencyFactory()
    return CompetencyFactory(code="CP-05", dimension="文书制作", linked_negative_prefix="XS-WS")


@pytest.fixture
def hr(sign_in):
    return sign_in("hr", staff_no="A0", department=None)


def staff(hr, number, department="第一检察部"):
    place = DepartmentFactory(unit=hr.person.unit, name=department)
    return PersonFactory.create_batch(number, unit=hr.person.unit, department=place)


def inspected(person, clean=1, faulty=0, on=date(2026, 10, 12)):
    for number in range(clean + faulty):
        entry = EntryFactory(person=person, evaluated=True, occurred_on=on)
        if number >= clean:
            EntryFactory(person=person, defective=True, evaluation=entry.evaluation, occurred_on=on)


def report(client, **query):
    return client.get(reverse("training:competency_report"), {**YEAR, **query}).context["report"]


def test_levels_targets_and_defects_of_a_department(client, hr):
    people = staff(hr, 5)
    for person in people:
        inspected(person, clean=3, faulty=1)
        EntryFactory(person=person, tested=True, score=50)
    competency = Competency.objects.get(code="CP-01")
    PostTarget.objects.create(post=people[0].post, competency=competency, level=4)

    found = report(client, department=people[0].department_id)

    first, second = found.lines
    assert (first.target, first.inspection.level, first.inspection.n, first.inspection_gap) == (4.0, 4.0, 20, 0.0)
    assert (first.test.level, first.test.people, first.test_gap, first.test_below) == (3.0, 5, 1.0, 5)
    assert (second.target, second.inspection.level, second.test.level) == (None, 5.0, None)
    assert [(line.type.code, line.n, line.before) for line in found.defects] == [("XS-ZJ-06", 5, 0)]
    assert (found.cases, found.results, found.below_target) == (20, 5, 5)


def test_trend_against_the_year_before(client, hr):
    for person in staff(hr, 5):
        inspected(person, clean=1, faulty=1, on=date(2025, 10, 1))
        inspected(person, clean=2)

    line = report(client).lines[0]

    assert (line.inspection.before, line.inspection.level, line.inspection.change) == (3.0, 5.0, 2.0)


def test_four_people_have_no_figures_as_a_group(client, hr):
    people = staff(hr, 4, "第二检察部")
    for person in people:
        inspected(person, faulty=1)

    found = report(client, department=people[0].department_id)

    assert (found.small, found.lines, found.defects) == (True, [], [])
    assert [line.person for line in found.people] == sorted(people, key=lambda one: one.staff_no)


def test_a_mean_of_four_people_with_evidence_is_hidden(client, hr):
    people = staff(hr, 5)
    for person in people[:4]:
        inspected(person)

    line = report(client, department=people[0].department_id).lines[0]

    assert (line.inspection.level, line.inspection.hidden) == (None, True)


def test_people_stand_by_staff_number_whatever_their_levels(client, hr):
    people = staff(hr, 6)
    for number, person in enumerate(people):
        inspected(person, clean=6 - number, faulty=number)

    listed = [line.person.staff_no for line in report(client).people]

    assert listed == sorted(listed)


def test_a_case_number_never_reaches_the_report(client, hr):
    people = staff(hr, 5)
    for person in people:
        inspected(person, faulty=1)

    for url in ("competency_report", "competency_person"):
        args = [people[0].pk] if url == "competency_person" else []
        assert "〔2026〕" not in client.get(reverse(f"training:{url}", args=args), YEAR).content.decode()


def test_drilling_down_lists_the_evidence_and_is_written_down(client, hr):
    (person,) = staff(hr, 1)
    inspected(person, clean=3, faulty=1)
    EntryFactory(person=person, tested=True, score=75, occurred_on=date(2026, 9, 1))

    response = client.get(reverse("training:competency_person", args=[person.pk]), {**YEAR, "competency": "CP-01"})

    rows = [(row.on, row.source, row.score, row.n) for row in response.context["page"]]
    assert rows == [(date(2026, 10, 12), "inspection", 75.0, 4), (date(2026, 9, 1), "test", 75.0, 1)]
    assert Activity.objects.get(act="performance.opened").detail == {"page": "competency"}


@pytest.mark.parametrize("role", ["prosecutor", "trainer", "marker", "inspector", "head", "administrator"])
def test_others_get_404(client, sign_in, role):
    person = sign_in(role).person

    for name in ("competency_report", "competency_xlsx", "competency_pdf", "post_targets"):
        assert client.get(reverse(f"training:{name}")).status_code == 404
    assert client.get(reverse("training:competency_person", args=[person.pk])).status_code == 404


def test_a_foreign_person_and_a_missing_one_answer_alike(client, hr):
    foreign = PersonFactory(unit=UnitFactory(code="ZZ"))

    for key in (foreign.pk, 987654):
        assert client.get(reverse("training:competency_person", args=[key])).status_code == 404
    assert foreign not in [line.person for line in report(client).people]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"since": "2026-02-01", "until": "2026-01-01"}, "until"),
        ({"since": "1999-01-01"}, "since"),
        ({"since": "0001-01-01", "until": "9999-12-31"}, "since"),
        ({"until": "gestern"}, "until"),
        ({"department": "987654"}, "department"),
        ({"half_life": "0"}, "half_life"),
    ],
)
def test_wrong_filters_are_explained(client, hr, query, field):
    response = client.get(reverse("training:competency_report"), {**YEAR, **query})

    assert field in response.context["form"].errors
    assert client.get(reverse("training:competency_pdf"), {**YEAR, **query}).status_code == 422


def test_the_workbook_holds_text_where_a_formula_threatens_and_is_written_down(client, hr):
    for person in staff(hr, 5):
        inspected(person, faulty=1)
    bait = PersonFactory(unit=hr.person.unit, name='=HYPERLINK("http://x","y")', staff_no="@B1")
    inspected(bait)

    response = client.get(reverse("training:competency_xlsx"), YEAR)

    book = openpyxl.load_workbook(io.BytesIO(response.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(book.sheetnames) == 4
    assert [cell for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert bait.name in [cell.value for cell in cells]
    assert Activity.objects.get(act="competency.exported").detail["format"] == "xlsx"


def test_the_pdf_has_chinese_text_header_and_page_numbers(client, hr):
    people = staff(hr, 5)
    for person in people:
        inspected(person, faulty=1)

    response = client.get(reverse("training:competency_pdf"), {**YEAR, "department": people[0].department_id})

    document = pypdf.PdfReader(io.BytesIO(response.content))
    text = document.pages[0].extract_text()
    assert response["Content-Type"] == "application/pdf"
    assert "云浦县人民检察院" in text
    assert "第一检察部" in text
    assert "证据审查" in text
    assert f"1 / {len(document.pages)}" in text
    assert Activity.objects.get(act="competency.exported").subject == f"casebank.Department:{people[0].department_id}"


def test_hr_edits_targets(client, hr):
    (person,) = staff(hr, 1)
    name = f"t-{person.post_id}-CP-01"

    response = client.post(reverse("training:post_targets"), {name: "3.5"})

    assert response.status_code == 302
    assert [str(row.level) for row in PostTarget.objects.all()] == ["3.5"]
    again = client.post(reverse("training:post_targets"), {name: "5.1"})
    assert name in again.context["form"].errors


def test_posts_of_other_units_are_not_offered(client, hr):
    other = PostFactory(name="书记员")

    form = client.get(reverse("training:post_targets")).context["form"]

    assert not any(name.startswith(f"t-{other.pk}-") for name in form.fields)


@pytest.mark.parametrize("number", [5, 25])
def test_queries_do_not_grow(client, hr, django_assert_max_num_queries, number):
    people = staff(hr, number)
    for person in people:
        inspected(person, faulty=1)
        EntryFactory(person=person, tested=True)

    with django_assert_max_num_queries(12):
        client.get(reverse("training:competency_report"), YEAR)
    with django_assert_max_num_queries(12):
        client.get(reverse("training:competency_person", args=[people[0].pk]), YEAR)
    with django_assert_max_num_queries(12):
        client.get(reverse("training:post_targets"))
