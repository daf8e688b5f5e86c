"""Released studies and lessons become pages of the website, and leave it again."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page

from casebank.core.errors import Refused
from casebank.public import ReleasedStudy, release_by_id
from cms.domain.teaching import lesson_blocks, teaching_blocks
from cms.models import CaseStudyIndexPage, CaseStudyPage, MicroClassIndexPage, MicroClassPage
from cms.rules import may_publish
from training.public import LessonCard, lesson_card


@transaction.atomic
def publish_release(*, actor: Any, release_id: int) -> CaseStudyPage:
    """Make or refresh the page of a released study and put it live; doing it twice changes nothing more.

    Title, case text and code always come from the release. The teaching blocks are filled when the page is made and
    then belong to the editors. Raises ``Refused`` for other roles or units, and for a withdrawn study.
    """
    study = _publishable(actor, release_id)
    index = CaseStudyIndexPage.objects.select_for_update().order_by("pk").first()
    page = CaseStudyPage.objects.filter(release_id=study.id).first()
    if page is None:
        page = CaseStudyPage(slug=f"study-{study.number}", live=False, body=teaching_blocks(study), **_facts(study))
        index.add_child(instance=page)
        log(instance=page, action="wagtail.create", user=actor)
    elif page.live and not _differs(page, study):
        return page
    return _go_live(page, actor, **_facts(study))


@transaction.atomic
def publish_microclass(*, actor: Any, lesson_id: int) -> MicroClassPage:
    """Make or refresh the page of a published micro-class lesson and put it live; twice changes nothing more.

    Title, summary and code come from the lesson. The blocks are filled when the page is made and then belong to the
    editors. Raises ``Refused`` for other roles or units, for a lesson that is not published as a micro-class, and
    when its study was withdrawn.
    """
    lesson, study = _publishable_lesson(actor, lesson_id)
    facts = {"title": lesson.title, "summary": lesson.summary, "defect_code": lesson.defect_code}
    index = MicroClassIndexPage.objects.select_for_update().order_by("pk").first()
    page = MicroClassPage.objects.filter(lesson_id=lesson.id).first()
    if page is None:
        body = lesson_blocks(lesson, study)
        page = MicroClassPage(slug=f"lesson-{lesson.id}", live=False, lesson_id=lesson.id, body=body, **facts)
        index.add_child(instance=page)
        log(instance=page, action="wagtail.create", user=actor)
    elif page.live and all(getattr(page, name) == value for name, value in facts.items()):
        return page
    return _go_live(page, actor, **facts)


@transaction.atomic
def unpublish_page(*, actor: Any, page_id: int) -> Page:
    """Take a case study or micro-class off the website; the page stays for editors. Raises ``Refused``."""
    page = Page.objects.select_for_update().get(pk=page_id).specific
    if not may_publish(actor) or not isinstance(page, CaseStudyPage | MicroClassPage):
        raise Refused(_("Only trainers and inspectors may take pages off the website."))
    if page.live:
        UnpublishPageAction(page, user=actor).execute(skip_permission_checks=True)
    return page


@transaction.atomic
def withdraw_pages(*, release_ids: Iterable[int]) -> int:
    """Take everything off the website that shows a withdrawn release; returns how many pages that were."""
    wanted = list(release_ids)
    studies = CaseStudyPage.objects.filter(release_id__in=wanted, live=True)
    lessons = MicroClassPage.objects.filter(lesson__study_release_id__in=wanted, live=True)
    pages = [*studies, *lessons]
    for page in pages:
        page.unpublish()
    return len(pages)


def is_withdrawn(page: Any) -> bool:
    """The study that a case study or micro-class shows was withdrawn."""
    release_id = getattr(page, "release_id", None) or getattr(getattr(page, "lesson", None), "study_release_id", None)
    study = release_by_id(release_id) if release_id else None
    return study is not None and study.is_withdrawn


def _publishable(actor: Any, release_id: int) -> ReleasedStudy:
    if not may_publish(actor):
        raise Refused(_("Only trainers and inspectors may publish case studies."))
    study = release_by_id(release_id)
    if study is None or not actor.person_id or study.unit_id != actor.person.unit_id:
        raise Refused(_("Please choose a released case study of your unit."))
    if study.is_withdrawn:
        raise Refused(_("This study was withdrawn, so it cannot be published."))
    return study


def _publishable_lesson(actor: Any, lesson_id: int) -> tuple[LessonCard, ReleasedStudy]:
    if not may_publish(actor):
        raise Refused(_("Only trainers and inspectors may publish micro-classes."))
    lesson = lesson_card(lesson_id)
    if lesson is None or not lesson.is_microclass or not actor.person_id or lesson.unit_id != actor.person.unit_id:
        raise Refused(_("Please choose a published micro-class of your unit."))
    study = release_by_id(lesson.release_id)
    if study is None or study.is_withdrawn:
        raise Refused(_("The study of this lesson was withdrawn, so it cannot be published."))
    return lesson, study


def _facts(study: ReleasedStudy) -> dict[str, Any]:
    return {
        "release_id": study.id,
        "title": study.title,
        "defect_code": study.defect_code,
        "defect_title": study.defect_title,
        "business_line": study.business_line,
        "stage": study.stage,
        "severity": study.severity,
        "case_text": study.text,
    }


def _differs(page: CaseStudyPage, study: ReleasedStudy) -> bool:
    return any(getattr(page, name) != value for name, value in _facts(study).items())


def _go_live(page: Any, actor: Any, **changes: Any) -> Any:
    """Publish the page as it last stood with ``changes``, with Wagtail's own log lines.

    Drafts that wait for moderation are not taken along; they stay in the history of the page.
    """
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(user=actor).publish(user=actor, skip_permission_checks=True)  # ``may_publish`` has decided
    page.refresh_from_db()
    return page
