"""The pack in the database: loaded by migration, refreshed without touching local edits."""

import shutil

import pytest

from casebank.core.errors import Refused
from casebank.core.knowledge_pack import PackError
from casebank.domain.knowledge import PACK_FOLDER, edit_knowledge_row, load_pack, set_knowledge_in_use
from casebank.domain.queries.knowledge import LISTS, common_violations, negative_list, searched
from casebank.models import Activity, Deadline, DefectType, DocumentType, EvidenceIssue, PerformanceRule
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def inspector():
    return UserFactory(roles=["inspector"])


def changed_pack(tmp_path, old, new):
    folder = tmp_path / "pack"
    shutil.copytree(PACK_FOLDER, folder)
    file = folder / "negative_list.csv"
    file.write_text(file.read_text(encoding="utf-8-sig").replace(old, new), encoding="utf-8-sig")
    return folder


def test_a_migrated_database_holds_the_pack():
    assert DefectType.objects.count() == 120
    assert Deadline.objects.active().count() == 60
    assert PerformanceRule.objects.filter(code__in=["PF-09", "PF-10", "PF-11"], is_active=True).count() == 0
    assert [item.section for item in DocumentType.objects.get(code="QSS").sections.all()][0] == "首部"


def test_loading_again_changes_nothing():
    counts = load_pack()

    assert counts["negative_list"] == {"created": 0, "updated": 0, "kept": 120, "edited": 0}
    assert all(count["created"] == count["updated"] == count["edited"] == 0 for count in counts.values())


def test_a_refresh_changes_what_nobody_edited_here(tmp_path):
    folder = changed_pack(tmp_path, "超过法定期限作出批捕或不批捕决定", "逾期作出批捕或不批捕决定")

    counts = load_pack(folder=folder)

    assert counts["negative_list"] == {"created": 0, "updated": 1, "kept": 119, "edited": 0}
    assert DefectType.objects.get(code="XS-ZB-01").title == "逾期作出批捕或不批捕决定"


def test_a_refresh_leaves_edited_fields_alone(tmp_path, inspector):
    row = DefectType.objects.get(code="XS-ZB-01")
    edit_knowledge_row(actor=inspector, row=row, changes={"title": "本院表述"})
    folder = changed_pack(tmp_path, "超过法定期限作出批捕或不批捕决定", "逾期作出批捕或不批捕决定")
    folder = changed_pack(tmp_path / "again", "收案日期与决定日期比对", "比对收案与决定日期")

    counts = load_pack(folder=folder)

    row.refresh_from_db()
    assert counts["negative_list"] == {"created": 0, "updated": 1, "kept": 119, "edited": 1}
    assert (row.title, row.check_method, row.edited_fields) == ("本院表述", "比对收案与决定日期", ["title"])


def test_a_missing_row_is_made_again():
    EvidenceIssue.objects.filter(code="EI-001").delete()

    assert load_pack()["evidence_issues"]["created"] == 1


def test_a_broken_pack_stores_nothing(tmp_path):
    folder = changed_pack(tmp_path, "超过法定期限作出批捕或不批捕决定", "逾期")
    (folder / "sources.csv").write_text("id,what\nS01\n", encoding="utf-8")

    with pytest.raises(PackError):
        load_pack(folder=folder)

    assert DefectType.objects.get(code="XS-ZB-01").title == "超过法定期限作出批捕或不批捕决定"


def test_editing_is_logged_with_the_names_of_the_fields(inspector):
    row = DefectType.objects.get(code="XS-ZB-01")

    edit_knowledge_row(
        actor=inspector, row=row, changes={"title": row.title, "verify_class": "law_text", "check_method": "新"}
    )

    line = Activity.objects.get(act="knowledge.edited")
    assert (line.actor, line.detail) == (inspector, {"code": "XS-ZB-01", "fields": ["check_method"]})


def test_retiring_and_taking_up_again(inspector):
    row = DefectType.objects.get(code="XS-ZB-01")

    set_knowledge_in_use(actor=inspector, row=row, in_use=False)
    set_knowledge_in_use(actor=inspector, row=row, in_use=False)

    assert not DefectType.objects.active().filter(code="XS-ZB-01").exists()
    assert list(Activity.objects.values_list("act", flat=True)) == ["knowledge.retired"]


@pytest.mark.parametrize("role", ["trainer", "prosecutor", "hr", "head", "marker", "administrator"])
def test_only_inspectors_change_rows(role):
    row = DefectType.objects.get(code="XS-ZB-01")
    user = UserFactory(roles=[role])

    with pytest.raises(Refused):
        edit_knowledge_row(actor=user, row=row, changes={"title": "改"})
    with pytest.raises(Refused):
        set_knowledge_in_use(actor=user, row=row, in_use=False)


def test_unverified_codes_are_for_trainers_and_inspectors(inspector):
    unverified = DefectType.objects.filter(verify_class="unverified").count()

    assert unverified == 11
    assert negative_list(inspector).count() == 120
    assert negative_list(UserFactory(roles=["trainer"])).count() == 120
    assert negative_list(UserFactory(roles=["prosecutor"])).count() == 109


def test_retired_codes_are_offered_to_nobody(inspector):
    DefectType.objects.filter(code="XS-ZB-01").update(is_active=False)
    EvidenceIssue.objects.filter(code="EI-001").update(is_active=False)

    assert negative_list(inspector).count() == 119
    assert common_violations(inspector).count() == 59


@pytest.mark.parametrize(
    ("words", "expected"),
    [("XS-ZB-01", ["XS-ZB-01"]), ("批捕 法定期限", ["XS-ZB-01"]), ("批捕 不存在的词", [])],
)
def test_searching_wants_every_word(words, expected):
    found = searched(DefectType.objects.all(), words, LISTS["negative-list"].searched)

    assert list(found.values_list("code", flat=True)) == expected
