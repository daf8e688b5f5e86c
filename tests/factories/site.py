"""Pages of the website, made the way the product makes them."""

from casebank.models import DefectType
from cms.domain.publishing import publish_microclass, publish_release
from cms.models import CaseStudyPage, MicroClassPage
from tests.factories.training import CONTENT, LessonFactory, ReleaseFactory


def release_on(code: str = "XS-ZJ-06", *, title: str = CONTENT["title"], text: str = CONTENT["text"], **given):
    """A released study on a code of the starter pack."""
    defect = DefectType.objects.get(code=code)
    facts = {"defect_code": code, "defect_title": defect.title, "severity": defect.severity}
    where = {"business_line": defect.business_line, "stage": defect.stage}
    content = {**CONTENT, **facts, **where, "title": title, "text": text}
    return ReleaseFactory(defect=defect, title=title, content=content, **given)


def study_page(code: str = "XS-ZJ-06", **given) -> CaseStudyPage:
    """A published case study."""
    release = release_on(code, **given)
    return publish_release(actor=release.author, release_id=release.pk)


def microclass_page(**given) -> MicroClassPage:
    """A published micro-class."""
    lesson = LessonFactory(is_microclass=True, **given)
    return publish_microclass(actor=lesson.author, lesson_id=lesson.pk)
