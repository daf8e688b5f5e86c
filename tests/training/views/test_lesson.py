import pytest
from django.urls import reverse

from tests.factories.people import UnitFactory, UserFactory
from tests.factories.training import EnrolmentFactory, LessonFactory, ReleaseFactory
from training.models import Lesson

pytestmark = pytest.mark.django_db


def question(number, **values):
    filled = {"text": "怎样处理?", "choice_1": "补正", "choice_2": "", "choice_3": "排除", "right": "3", **values}
    return {f"form-{number}-{name}": value for name, value in filled.items()}


def posted(*questions, **values):
    words = {"title": "补正的做法", "summary": "", "teaching_text": "先列明。", "hours": "1.5", **values}
    form = {"form-TOTAL_FORMS": len(questions), "form-INITIAL_FORMS": 0}
    for number, one in enumerate(questions):
        form |= question(number, **one)
    return words | form


def test_a_trainer_makes_a_lesson_from_a_released_study(client, sign_in):
    trainer = sign_in("trainer")
    release = ReleaseFactory(author=trainer)

    listed = client.get(reverse("training:lesson_choose")).content.decode()
    response = client.post(
        reverse("training:lesson_new", args=[release.pk]),
        posted({}, {"text": "", "choice_1": "", "choice_3": "", "right": ""}),
    )

    lesson = Lesson.objects.get()
    assert release.title in listed
    assert response.url == reverse("training:lesson_detail", args=[lesson.pk])
    assert [(one.choices, one.right) for one in lesson.questions.all()] == [(["补正", "排除"], 1)]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"text": ""}, "text"), ({"choice_3": ""}, "choice_2"), ({"right": "2"}, "right"), ({"right": ""}, "right")],
)
def test_a_faulty_question_names_its_field_and_nothing_is_saved(client, sign_in, wrong, field):
    release = ReleaseFactory(author=sign_in("trainer"))

    response = client.post(reverse("training:lesson_new", args=[release.pk]), posted(wrong))

    assert field in response.context["questions"].forms[0].errors
    assert Lesson.objects.count() == 0


def test_publishing_from_the_page(client, sign_in):
    lesson = LessonFactory(author=sign_in("trainer"), state="draft")

    client.post(reverse("training:lesson_publish", args=[lesson.pk]))

    lesson.refresh_from_db()
    assert lesson.state == "published"
    assert "补正" in client.get(reverse("training:lesson_detail", args=[lesson.pk])).content.decode()


def test_a_lesson_without_questions_is_refused_with_a_reason(client, sign_in):
    lesson = LessonFactory(author=sign_in("trainer"), state="draft", questions=0)

    response = client.post(reverse("training:lesson_publish", args=[lesson.pk]))

    assert response.status_code == 422


def test_editing_a_published_lesson_leads_back_to_it(client, sign_in):
    lesson = LessonFactory(author=sign_in("trainer"))

    response = client.get(reverse("training:lesson_edit", args=[lesson.pk]))

    assert response.url == reverse("training:lesson_detail", args=[lesson.pk])


def test_a_withdrawn_study_is_not_shown_any_more(client, sign_in):
    trainer = sign_in("trainer")
    lesson = LessonFactory(author=trainer, study_release=ReleaseFactory(author=trainer, withdrawn=True))

    page = client.get(reverse("training:lesson_detail", args=[lesson.pk])).content.decode()

    assert lesson.study_release.content["text"] not in page


@pytest.mark.parametrize("role", ["prosecutor", "hr", "inspector", "marker", "administrator"])
def test_others_get_404(client, sign_in, role):
    lesson = LessonFactory(author=UserFactory(roles=["trainer"]))
    sign_in(role)

    for name, key in [
        ("lesson_list", None),
        ("lesson_choose", None),
        ("lesson_new", lesson.study_release_id),
        ("lesson_detail", lesson.pk),
        ("lesson_edit", lesson.pk),
        ("lesson_assign", lesson.pk),
        ("lesson_progress", lesson.pk),
    ]:
        assert client.get(reverse(f"training:{name}", args=[key] if key else [])).status_code == 404
    for name in ("lesson_publish", "lesson_revise", "lesson_archive"):
        assert client.post(reverse(f"training:{name}", args=[lesson.pk])).status_code == 404


def test_a_foreign_lesson_and_a_missing_one_answer_alike(client, sign_in):
    lesson = LessonFactory()
    sign_in("trainer", unit=UnitFactory(code="ZZ"))

    for key in (lesson.pk, 987654):
        assert client.get(reverse("training:lesson_detail", args=[key])).status_code == 404
        assert client.post(reverse("training:lesson_archive", args=[key])).status_code == 404
    assert client.get(reverse("training:lesson_new", args=[lesson.study_release_id])).status_code == 404


def test_a_head_sees_published_lessons_only(client, sign_in):
    published, draft = LessonFactory(), LessonFactory(state="draft")
    sign_in("head")

    assert client.get(reverse("training:lesson_detail", args=[published.pk])).status_code == 200
    assert client.get(reverse("training:lesson_detail", args=[draft.pk])).status_code == 404
    assert client.get(reverse("training:lesson_edit", args=[published.pk])).status_code == 404


@pytest.mark.parametrize("number", [1, 20])
def test_queries_of_the_list_do_not_grow(client, sign_in, django_assert_max_num_queries, number):
    trainer = sign_in("trainer")
    for lesson in LessonFactory.create_batch(number, author=trainer):
        EnrolmentFactory(lesson=lesson)

    with django_assert_max_num_queries(12):
        client.get(reverse("training:lesson_list"))


def test_counts_of_the_list(client, sign_in):
    trainer = sign_in("trainer")
    lesson = LessonFactory(author=trainer)
    EnrolmentFactory(lesson=lesson, state="completed")
    EnrolmentFactory(lesson=lesson, due_on="2020-01-01")
    EnrolmentFactory(lesson=lesson, state="cancelled", due_on="2020-01-01")

    row = client.get(reverse("training:lesson_list"), {"q": "瑕疵", "state": "published"}).context["page"][0]

    assert (row.given, row.done, row.late) == (2, 1, 1)
