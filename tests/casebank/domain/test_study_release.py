"""The second person and the release."""

import hashlib
import json

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebank.core.errors import Conflict, Refused
from casebank.domain.queries.releases import list_releases, release, release_by_id
from casebank.domain.study import open_facts, withdraw_study
from casebank.domain.study_masking import propose_masking
from casebank.domain.study_release import reading_digest, release_study, send_back
from casebank.enums import ReadingCheck
from casebank.models import StudyRelease
from casebank.signals import study_released
from casebank.states import StudyState
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.studies import author, draft, masked_by, released, resolved, second_reader, suggested

pytestmark = pytest.mark.django_db


def confirm(actor, study, **changes):
    values = {"seen": reading_digest(study), "checks": ReadingCheck.values, **changes}
    return release_study(actor=actor, study=study, **values)


def test_a_release_is_the_masked_text_with_number_and_hash():
    trainer, reader = author(), second_reader()
    study = resolved(trainer)

    made = confirm(reader, study)

    canonical = json.dumps(made.content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert made.sha256 == hashlib.sha256(canonical).hexdigest()
    assert (made.number, made.author, made.confirmed_by) == (1, trainer, reader)
    assert made.content["text"] == study.masked["facts"]
    assert made.content["questions"] == ["笔录缺少签名属于瑕疵还是应当排除?", "怎样写补正要求?"]
    assert made.content["defect_code"] == study.defect.code
    study.refresh_from_db()
    assert study.state == StudyState.RELEASED


def test_numbers_go_up():
    trainer, reader = author(), second_reader()

    assert [released(trainer, reader).number for _ in range(3)] == [1, 2, 3]


def test_news_is_sent_on_commit(django_capture_on_commit_callbacks):
    heard = []
    study_released.connect(lambda **news: heard.append(news["release_id"]), weak=False, dispatch_uid="t")
    with django_capture_on_commit_callbacks(execute=True):
        made = released(author(), second_reader())
    study_released.disconnect(dispatch_uid="t")

    assert heard == [made.pk]


def test_the_author_the_masker_and_outsiders_cannot_confirm():
    trainer = author()
    study = resolved(trainer)
    outsiders = [trainer, second_reader(unit=UnitFactory(code="QT")), UserFactory(roles=["hr"])]

    for actor in outsiders:
        with pytest.raises(Refused):
            confirm(actor, study)
    assert not StudyRelease.objects.exists()


def test_who_has_seen_the_facts_cannot_read_blind():
    trainer, reader = author(), second_reader()
    study = suggested(trainer)
    open_facts(actor=reader, study=study)

    with pytest.raises(Refused):
        confirm(reader, masked_by(trainer, study))


def test_every_line_of_the_checklist_counts():
    study = resolved(author())

    with pytest.raises(Refused):
        confirm(second_reader(), study, checks=ReadingCheck.values[:-1])


def test_what_was_read_must_be_what_is_released():
    study = resolved(author())

    with pytest.raises(Conflict):
        confirm(second_reader(), study, seen="0" * 64)


@pytest.mark.parametrize("planted", ["欧阳志鹏", "欧 阳志鹏", "志鹏", "13812345678", "钱晓菲"])
@pytest.mark.parametrize("field", ["title", "facts", "what_went_wrong", "rule", "right_practice", "questions"])
def test_anything_known_that_is_left_refuses_the_release(planted, field):
    study = resolved(author())
    study.masked[field] += f",{planted}在场"
    study.save()

    with pytest.raises(Refused) as refusal:
        confirm(second_reader(), study)

    assert planted in str(refusal.value)
    assert str(study._meta.get_field(field).verbose_name) in str(refusal.value)
    assert not StudyRelease.objects.exists()


def test_sending_back_opens_the_decisions_again():
    trainer, reader = author(), second_reader()
    study = resolved(trainer)

    with pytest.raises(Refused):
        send_back(actor=reader, study=study, reason="")
    back = send_back(actor=reader, study=study, reason="店名和街道合起来能认出是谁")

    assert (back.state, back.masked, back.return_note) == (StudyState.SUGGESTED, {}, "店名和街道合起来能认出是谁")
    assert back.spans.filter(decision="replace").exists()


def test_a_study_is_released_once():
    trainer, reader = author(), second_reader()
    made = released(trainer, reader)

    with pytest.raises(Conflict):
        confirm(reader, made.study)


def test_a_release_cannot_be_changed_or_deleted_by_any_way():
    made = released(author(), second_reader())
    made.title = "改了"

    ways = [
        made.save,
        made.delete,
        lambda: StudyRelease.objects.update(title="改了"),
        lambda: StudyRelease.objects.filter(pk=made.pk).delete(),
        lambda: StudyRelease._base_manager.filter(pk=made.pk).update(title="改了"),
        lambda: StudyRelease.objects.bulk_update([made], ["title"]),
        lambda: made.study.releases.all().update(title="改了"),
    ]
    for way in ways:
        with pytest.raises(Refused), transaction.atomic():
            way()
    assert StudyRelease.objects.get().title != "改了"


def test_other_apps_read_plain_values():
    made = released(author(), second_reader())

    value = release(made.number)

    assert value == release_by_id(made.pk) == list_releases()[0]
    assert (value.text, value.sha256, value.is_withdrawn) == (made.content["text"], made.sha256, False)
    assert list_releases(defect_codes=["ZZ-00"]) == []
    assert list_releases(words=made.defect_code) == [value]
    assert release(99) is None


def test_a_withdrawn_release_is_not_listed_but_known():
    trainer = author()
    made = released(trainer, second_reader())
    withdraw_study(actor=trainer, study=made.study, reason="差错")

    assert list_releases() == []
    assert release(made.number).is_withdrawn


_SURNAMES = ["欧阳", "司马", "诸葛", "尉迟", "张", "王", "李", "陈"]
_GIVEN = ["志鹏", "晓菲", "文博", "佳慧", "海涛", "雨桐"]
_TEMPLATES = (
    "{a}与{b}在{place}发生争执。",
    "证人{b}证实{a}到过现场,{a}否认。",
    "侦查人员把{a}的笔录交{b}核对;{a}签名。",
    "{a}、{b}二人于2026年5月1日被传唤。",
)


@st.composite
def stories(draw):
    names = draw(
        st.lists(
            st.builds(str.__add__, st.sampled_from(_SURNAMES), st.sampled_from(_GIVEN)),
            min_size=2,
            max_size=2,
            unique=True,
        )
    )
    lines = draw(st.lists(st.sampled_from(_TEMPLATES), min_size=1, max_size=4))
    text = "".join(line.format(a=names[0], b=names[1], place="城关镇") for line in lines)
    blank = draw(st.sampled_from(["", " ", "\u3000"]))
    return names, text.replace(names[0], names[0][:1] + blank + names[0][1:], 1)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(stories())
def test_no_party_name_is_in_any_released_content(story):
    names, text = story
    trainer, reader = author(), second_reader()
    texts = {
        "title": f"{names[0]}一案",
        "facts": text,
        "what_went_wrong": text,
        "questions": f"{names[1]}的证言能否采信?",
    }
    study = draft(trainer, parties=[{"name": name, "role": "suspect"} for name in names], **texts)

    made = confirm(reader, masked_by(trainer, propose_masking(actor=trainer, study=study)))

    content = "".join(json.dumps(made.content, ensure_ascii=False).split()).replace("\u3000", "")
    assert not [name for name in [*names, "赵敏"] if name in content]
