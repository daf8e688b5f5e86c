"""Supervision points: drafted from confirmed findings, decided by an inspector, shown without small counts."""

import pytest

from casebank.core.errors import Conflict, Refused
from casebank.domain.queries.supervision import published_points, shown_count
from casebank.domain.supervision import Drafted, decide_supervision_point, draft_supervision_points
from casebank.models import Activity, DefectType, SupervisionPoint
from casebank.states import PointState
from tests.factories.cases import CaseFactory, EvaluationFactory, FindingFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def inspector():
    return UserFactory(roles=["inspector"])


def finding(cause, code, **given):
    evaluation = EvaluationFactory(case=CaseFactory(cause=cause))
    return FindingFactory(evaluation=evaluation, state="confirmed", defect=DefectType.objects.get(code=code), **given)


def test_one_point_for_each_cause_and_code(inspector):
    finding("盗窃罪", "XS-ZB-01")
    twice = finding("盗窃罪", "XS-ZB-01")
    FindingFactory(evaluation=twice.evaluation, state="confirmed", defect=twice.defect, order=90)
    finding("诈骗罪", "XS-ZB-02")

    result = draft_supervision_points(actor=inspector)

    points = SupervisionPoint.objects.order_by("cause").values_list("cause", "defect__code", "cases", "text", "state")
    assert result == Drafted(created=2, updated=0, kept=0)
    assert sorted(points) == [
        ("盗窃罪", "XS-ZB-01", 2, "收案日期与决定日期比对", "draft"),
        ("诈骗罪", "XS-ZB-02", 1, "七类应讯问情形与讯问笔录是否入卷比对", "draft"),
    ]


def test_findings_that_nobody_confirmed_do_not_count(inspector):
    FindingFactory(state="suggested")
    FindingFactory(state="dismissed")

    assert draft_supervision_points(actor=inspector) == Drafted(0, 0, 0)


def test_drafting_again_refreshes_counts_and_keeps_wording(inspector):
    finding("盗窃罪", "XS-ZB-01")
    draft_supervision_points(actor=inspector)
    point = SupervisionPoint.objects.get()
    decide_supervision_point(actor=inspector, point=point, text="本院要点", to=PointState.PUBLISHED)
    finding("盗窃罪", "XS-ZB-01")

    result = draft_supervision_points(actor=inspector)

    point.refresh_from_db()
    assert result == Drafted(created=0, updated=1, kept=0)
    assert (point.text, point.cases, point.state) == ("本院要点", 2, "published")


def test_a_dropped_point_stays_dropped(inspector):
    finding("盗窃罪", "XS-ZB-01")
    draft_supervision_points(actor=inspector)
    decide_supervision_point(actor=inspector, point=SupervisionPoint.objects.get(), text="x", to=PointState.DROPPED)
    finding("盗窃罪", "XS-ZB-01")

    assert draft_supervision_points(actor=inspector) == Drafted(0, 0, 1)
    assert SupervisionPoint.objects.get().state == "dropped"


def test_deciding_is_logged_with_the_person(inspector):
    finding("盗窃罪", "XS-ZB-01")
    draft_supervision_points(actor=inspector)
    point = SupervisionPoint.objects.get()

    decide_supervision_point(actor=inspector, point=point, text="要点", to=PointState.PUBLISHED, expected="draft")

    point.refresh_from_db()
    assert point.decided_by == inspector
    assert Activity.objects.filter(act="supervisionpoint.published", actor=inspector).count() == 1


def test_a_stale_page_is_a_conflict(inspector):
    finding("盗窃罪", "XS-ZB-01")
    draft_supervision_points(actor=inspector)
    point = SupervisionPoint.objects.get()
    decide_supervision_point(actor=inspector, point=point, text="要点", to=PointState.PUBLISHED)

    with pytest.raises(Conflict):
        decide_supervision_point(actor=inspector, point=point, text="别的", expected="draft")


def test_an_empty_wording_is_refused(inspector):
    finding("盗窃罪", "XS-ZB-01")
    draft_supervision_points(actor=inspector)

    with pytest.raises(Refused, match=r"."):
        decide_supervision_point(actor=inspector, point=SupervisionPoint.objects.get(), text="  ")


@pytest.mark.parametrize("role", ["trainer", "prosecutor", "hr", "head", "marker", "administrator"])
def test_only_inspectors_decide(role):
    with pytest.raises(Refused):
        draft_supervision_points(actor=UserFactory(roles=[role]))


def test_readers_see_published_points_on_verified_codes_only(inspector):
    codes = [
        DefectType.objects.filter(verify_class=kind).first().code
        for kind in ("law_text", "unverified", "public_report")
    ]
    for code in codes:
        finding("盗窃罪", code)
    draft_supervision_points(actor=inspector)
    SupervisionPoint.objects.exclude(defect__code=codes[2]).update(state="published")

    reader = UserFactory(roles=["prosecutor"])

    assert [point.defect.code for point in published_points(reader)] == [codes[0]]
    assert {point.defect.code for point in published_points(inspector)} == set(codes[:2])


@pytest.mark.parametrize(("cases", "shown"), [(0, "<5"), (1, "<5"), (4, "<5"), (5, "5"), (31, "31")])
def test_small_counts_are_not_shown(cases, shown):
    assert shown_count(cases) == shown
