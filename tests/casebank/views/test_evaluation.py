import pytest
from django.urls import reverse

from casebank.interfaces.importers.tables import read_tables
from casebank.models import DefectType, Evaluation, Finding, FindingSuggestion
from tests.factories.cases import CaseFactory, EvaluationFactory
from tests.factories.people import DepartmentFactory, PersonFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


def make(number=1, *, problem="案卡漏填", code="TY-01", sure=True, **fields):
    case = {name: fields.pop(name) for name in ("handler", "cause", "department") if name in fields}
    evaluation = EvaluationFactory(
        case=CaseFactory(case_no=f"云浦检刑诉〔2026〕{number}号", **case), problem_text=problem, **fields
    )
    finding = Finding.objects.create(evaluation=evaluation, order=1, text=problem, sure=sure)
    FindingSuggestion.objects.create(
        finding=finding, defect=DefectType.objects.get(code=code), score=0.9, reason="shared_words", matched=["案卡"]
    )
    return evaluation


@pytest.fixture
def handler():
    return PersonFactory(name="赵一")


@pytest.fixture
def inspector(client, handler):
    user = UserFactory(
        person__unit=handler.unit, person__department=DepartmentFactory(name="案件管理部"), roles=["inspector"]
    )
    client.force_login(user)
    return user


def listed(client, **query):
    page = client.get(reverse("casebank:evaluation_list"), query).context["page"]
    return sorted(one.case.case_no for one in page)


ONE, TWO = "云浦检刑诉〔2026〕1号", "云浦检刑诉〔2026〕2号"


def test_filters(client, inspector, handler):
    one = make(1, handler=handler, cause="盗窃罪", grade="合格", evaluated_on="2026-03-01")
    make(2, cause="诈骗罪", grade="优质", evaluated_on="2026-05-01", kind="重点评查", problem="卷宗缺页", sure=False)

    assert listed(client) == [ONE, TWO]
    assert listed(client, q="云浦检刑诉（2026）1 号") == [ONE]
    assert listed(client, q="诈骗") == [TWO]
    assert listed(client, q="赵一") == [ONE]
    assert listed(client, q="缺页") == [TWO]
    assert listed(client, grade="优质") == [TWO]
    assert listed(client, kind="重点评查") == [TWO]
    assert listed(client, handler=handler.pk) == [ONE]
    assert listed(client, department=one.case.department_id) == [ONE, TWO]
    assert listed(client, since="2026-04-01") == [TWO]
    assert listed(client, until="2026-04-01") == [ONE]
    assert listed(client, todo="sure") == [ONE]
    assert listed(client, todo="none") == []
    assert listed(client, code="XS-ZJ-06") == []


@pytest.mark.parametrize(
    "query",
    [{"since": "gestern"}, {"handler": "x"}, {"grade": "'--"}, {"sort": "password"}, {"page": "x"}, {"q": "%_\\"}],
)
def test_strange_wishes_do_no_harm(client, inspector, query):
    make()

    assert client.get(reverse("casebank:evaluation_list"), query).status_code == 200


@pytest.mark.parametrize(
    ("sort", "order"), [("score", [ONE, TWO]), ("-score", [TWO, ONE]), ("case", [ONE, TWO]), ("-case", [TWO, ONE])]
)
def test_sorting(client, inspector, sort, order):
    make(1, score=70)
    make(2, score=90)

    page = client.get(reverse("casebank:evaluation_list"), {"sort": sort}).context["page"]

    assert [one.case.case_no for one in page] == order


def test_the_number_of_queries_does_not_grow(client, inspector, django_assert_max_num_queries):
    for number in range(1, 31):
        make(number)

    with django_assert_max_num_queries(20):
        response = client.get(reverse("casebank:evaluation_list"))

    assert (len(response.context["page"]), response.context["page"].paginator.num_pages) == (25, 2)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_exports_hold_the_filtered_rows_as_text(client, inspector, kind):
    make(1, cause="=HYPERLINK(1)")
    make(2, grade="优质")

    response = client.get(reverse("casebank:evaluation_export", args=[kind]), {"grade": "合格"})

    (table,) = read_tables(response.content, f"x.{kind}")
    assert [row[:2] for row in table.rows[1:]] == [(ONE, "=HYPERLINK(1)")]
    assert response["Cache-Control"] == "no-store"


def test_an_unknown_export(client, inspector):
    assert client.get("/cases/evaluations/export.pdf").status_code == 404


def test_the_detail_page_tells_proposals_and_reasons(client, inspector):
    evaluation = make(raw_grade="合格案件", warnings=["score_and_grade_disagree"])

    text = client.get(reverse("casebank:evaluation_detail", args=[evaluation.pk])).content.decode()

    assert all(word in text for word in ("TY-01", "案卡填录错误、漏填、逻辑矛盾", "90 %", "案卡", "合格案件"))


def finding_post(client, finding, act, **data):
    return client.post(reverse(f"casebank:finding_{act}", args=[finding.pk]), data)


def test_deciding_about_a_finding(client, inspector):
    finding = make().findings.get()

    finding_post(client, finding, "confirm", defect="TY-05")
    finding.refresh_from_db()
    assert (finding.state, finding.defect.code) == ("confirmed", "TY-05")
    finding_post(client, finding, "reopen")
    finding_post(client, finding, "dismiss", reason="不属实")
    finding.refresh_from_db()
    assert (finding.state, finding.decision_note) == ("dismissed", "不属实")


@pytest.mark.parametrize(
    ("act", "data"), [("confirm", {}), ("confirm", {"defect": "ZZ-99"}), ("dismiss", {}), ("dismiss", {"reason": " "})]
)
def test_decisions_that_cannot_be_taken(client, inspector, act, data):
    finding = make().findings.get()

    response = finding_post(client, finding, act, **data)

    assert response.status_code == 422
    finding.refresh_from_db()
    assert finding.state == "suggested"


def test_another_code_is_looked_for(client, inspector):
    finding = make().findings.get()
    address = reverse("casebank:finding_codes", args=[finding.pk])

    assert "TY-05" in client.get(address, {"q": "卷宗 缺页"}).content.decode()
    assert client.get(address, {"q": "没有这样的代码"}).status_code == 200


def test_clear_proposals_of_a_case_and_of_a_list(client, inspector):
    one, two, three = make(1), make(2), make(3, sure=False)

    client.post(reverse("casebank:evaluation_confirm", args=[one.pk]))
    client.post(reverse("casebank:evaluations_confirm") + "?q=云浦检刑诉〔2026〕2号")
    client.post(reverse("casebank:evaluations_confirm"))

    states = dict(Finding.objects.values_list("evaluation", "state"))
    assert states == {one.pk: "confirmed", two.pk: "confirmed", three.pk: "suggested"}


def test_who_sees_what(client, handler):
    other = DepartmentFactory(unit=handler.unit, name="第二检察部")
    make(1, handler=handler)
    make(2, handler=PersonFactory(unit=handler.unit, department=other))
    for user, expected in (
        (UserFactory(person=handler, roles=["prosecutor"]), [ONE]),
        (UserFactory(person__unit=handler.unit, person__department=other, roles=["head"]), [TWO]),
        (UserFactory(person__unit=handler.unit, roles=["inspector"]), [ONE, TWO]),
        (UserFactory(person__unit=UnitFactory(code="QH"), roles=["inspector"]), []),
    ):
        client.force_login(user)
        assert listed(client) == expected
        seen = {one.case.case_no for one in Evaluation.objects.all() if status(client, one) == 200}
        assert sorted(seen) == expected


def status(client, evaluation):
    return client.get(reverse("casebank:evaluation_detail", args=[evaluation.pk])).status_code


@pytest.mark.parametrize("roles", [["hr"], ["trainer"], ["marker"], ["administrator"], []])
def test_other_roles_find_nothing(client, handler, roles):
    evaluation = make()
    client.force_login(UserFactory(person__unit=handler.unit, roles=roles))

    assert client.get(reverse("casebank:evaluation_list")).status_code == 404
    assert status(client, evaluation) == 404


@pytest.mark.parametrize("roles", [["prosecutor"], ["head"]])
def test_those_who_may_look_may_not_decide(client, handler, roles):
    evaluation = make(handler=handler)
    finding = evaluation.findings.get()
    client.force_login(UserFactory(person=handler, roles=roles))
    assert status(client, evaluation) == 200

    assert finding_post(client, finding, "confirm", defect="TY-01").status_code == 404
    assert finding_post(client, finding, "dismiss", reason="x").status_code == 404
    assert finding_post(client, finding, "reopen").status_code == 404
    assert client.get(reverse("casebank:finding_codes", args=[finding.pk])).status_code == 404
    assert client.post(reverse("casebank:evaluations_confirm")).status_code == 404
    assert client.post(reverse("casebank:evaluation_confirm", args=[evaluation.pk])).status_code == 404


def test_get_changes_nothing(client, inspector):
    finding = make().findings.get()

    for act in ("confirm", "dismiss", "reopen"):
        assert client.get(reverse(f"casebank:finding_{act}", args=[finding.pk])).status_code == 405
