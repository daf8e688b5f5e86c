"""Invented lessons on released studies, and who was given them."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from casebank.models import Competency, Study, StudyRelease
from tests.factories.cases import CaseFactory, DefectTypeFactory, EvaluationFactory, FindingFactory
from tests.factories.people import PersonFactory, UserFactory
from training.models import CheckQuestion, Enrolment, Lesson

CONTENT = {
    "schema": 1,
    "title": "被告人甲盗窃案:瑕疵笔录未补正",
    "text": "某年某月,被告人甲在A县某商店窃得现金。讯问笔录没有侦查人员签名。",
    "what_went_wrong": "审查起诉时未要求补正,即以该笔录定案。",
    "rule": "讯问笔录有瑕疵的,应当补正或者作出合理解释。",
    "right_practice": "列明瑕疵,退回补正,并在审查报告中说明采信理由。",
    "questions": ["缺少签名属于瑕疵还是应当排除?"],
    "business_line": "刑事检察",
    "stage": "审查起诉",
    "severity": "一般",
}


class ReleaseFactory(DjangoModelFactory):
    """A released study of the unit of ``author``; the trait ``withdrawn`` takes it back."""

    class Meta:
        model = StudyRelease

    class Params:
        withdrawn = False
        defect = factory.SubFactory(DefectTypeFactory)

    author = factory.SubFactory(UserFactory, roles=["trainer"])
    confirmed_by = factory.SubFactory(UserFactory, roles=["inspector"])
    number = factory.Sequence(lambda number: number + 1)
    title = CONTENT["title"]
    defect_code = factory.SelfAttribute("defect.code")
    sha256 = "0" * 64

    @factory.lazy_attribute
    def study(self):
        case = CaseFactory(handler=PersonFactory(unit=self.author.person.unit))
        finding = FindingFactory(evaluation=EvaluationFactory(case=case), state="confirmed", defect=self.defect)
        state = "withdrawn" if self.withdrawn else "released"
        return Study.objects.create(
            finding=finding, defect=self.defect, author=self.author, title=self.title, state=state
        )

    @factory.lazy_attribute
    def content(self):
        return {**CONTENT, "defect_code": self.defect.code, "defect_title": self.defect.title}


class LessonFactory(DjangoModelFactory):
    """A published lesson with ``questions`` check questions (the first choice is right)."""

    class Meta:
        model = Lesson
        skip_postgeneration_save = True

    author = factory.SubFactory(UserFactory, roles=["trainer"])
    unit = factory.SelfAttribute("author.person.unit")
    study_release = factory.SubFactory(ReleaseFactory, author=factory.SelfAttribute("..author"))
    defect_code = factory.SelfAttribute("study_release.defect_code")
    title = "瑕疵证据的补正与说明"
    summary = "什么时候补正,什么时候排除"
    teaching_text = "瑕疵证据不是当然不能用,但必须补正或者作出合理解释。"
    hours = 1.5
    state = "published"

    @factory.post_generation
    def questions(self, create, extracted, **kwargs):
        for order in range(1, (1 if extracted is None else extracted) + 1):
            QuestionFactory(lesson=self, order=order)


class QuestionFactory(DjangoModelFactory):
    class Meta:
        model = CheckQuestion

    text = "讯问笔录缺少侦查人员签名,应当怎样处理?"
    choices = factory.LazyFunction(lambda: ["要求补正或者作出合理解释", "直接采信", "一律排除"])
    right = 0
    explanation = "缺少签名属于瑕疵,能补正的补正。"


class EnrolmentFactory(DjangoModelFactory):
    class Meta:
        model = Enrolment

    lesson = factory.SubFactory(LessonFactory)
    person = factory.SubFactory(PersonFactory, unit=factory.SelfAttribute("..lesson.unit"))
    assigned_by = factory.SelfAttribute("lesson.author")
    due_on = date(2030, 1, 31)


class CompetencyFactory(DjangoModelFactory):
    class Meta:
        model = Competency
        django_get_or_create = ("code",)

    code = "CP-01"
    dimension = "证据审查"
    linked_negative_prefix = "XS-ZJ"
