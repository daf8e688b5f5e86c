"""Chinese full-text search, the same on SQLite and PostgreSQL (run with ``DATABASE_URL`` of either)."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import Not, Or, Phrase, PlainText

from cms.interfaces.search.text import phrases
from cms.models import MicroClassIndexPage, MicroClassPage

pytestmark = pytest.mark.django_db

PAGES = {
    "补充侦查提纲怎么写": "退回补充侦查应当列明需要查清的事实。证据清单逐项说明证明目的。",
    "认罪认罚从宽制度适用": "量刑建议一般应当为确定刑量刑建议,听取值班律师意见。",
    "电子数据的收集与审查": "扣押手机应当封存,注明hash值;见XS-ZJ-06。",
    "羁押期限的计算": "羁押期限届满,不因节假日顺延,参见刑事诉讼法(2018)第105条。",
    "鉴定意见的审查": "鉴定人没有相应资质的,鉴定意见不得作为定案根据",
}


@pytest.fixture
def pages():
    parent = MicroClassIndexPage.objects.get()
    made = {}
    for number, (title, summary) in enumerate(PAGES.items()):
        page = MicroClassPage(title=title, summary=summary, defect_code=f"XS-QS-0{number}", slug=f"page-{number}")
        made[title] = parent.add_child(instance=page)
    return made


def titles(results):
    return {page.title for page in results}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("提纲", {"补充侦查提纲怎么写"}),
        ("侦查", {"补充侦查提纲怎么写"}),
        ("退回补充侦查", {"补充侦查提纲怎么写"}),
        ("认罪认罚", {"认罪认罚从宽制度适用"}),
        ("值班律师", {"认罪认罚从宽制度适用"}),
        ("鉴定 定案根据", {"鉴定意见的审查"}),
        ("审查", {"电子数据的收集与审查", "鉴定意见的审查"}),
        ("XS-ZJ-06", {"电子数据的收集与审查"}),
        ("xs-zj-06", {"电子数据的收集与审查"}),
        ("hash", {"电子数据的收集与审查"}),
        ("第105条", {"羁押期限的计算"}),
        ("刑事诉讼法(2018)第105条", {"羁押期限的计算"}),
        ("2018", {"羁押期限的计算"}),
        ("量刑建议", {"认罪认罚从宽制度适用"}),
    ],
)
def test_words_and_phrases_are_found(pages, query, expected):
    assert titles(MicroClassPage.objects.search(query)) == expected


@pytest.mark.parametrize(
    "query",
    ["查侦", "纲提", "据收", "侦查 羁押", "实证", "提纲认罪", "第10条", "没有的词", "清单逐字", "则退"],
)
def test_nothing_that_is_not_there_is_found(pages, query):
    assert titles(MicroClassPage.objects.search(query)) == set()


def test_no_phrase_is_found_across_two_sentences(pages):
    assert titles(MicroClassPage.objects.search("事实证据")) == set()
    assert titles(MicroClassPage.objects.search("怎么写退回")) == set()


@pytest.mark.parametrize("query", ['"', "'", '" OR "', "*", "%", "%s", "(", ":*", "&|!", "\\", "。", "a:b^c", "NEAR("])
def test_signs_of_the_query_language_do_no_harm(pages, query):
    assert isinstance(list(MicroClassPage.objects.search(query)), list)


def test_a_query_without_a_word_finds_nothing(pages):
    assert not phrases(" ,。 ")
    assert list(MicroClassPage.objects.search(" ,。 ")) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("电子", "电子数据的收集与审查"), ("电子数", "电子数据的收集与审查"), ("期限的计", "羁押期限的计算")],
)
def test_typing_completes_titles(pages, typed, expected):
    assert titles(MicroClassPage.objects.autocomplete(typed)) == {expected}


def test_phrases_and_combined_queries(pages):
    search = MicroClassPage.objects.search

    assert titles(search(Phrase("鉴定意见的审查"))) == {"鉴定意见的审查"}
    assert titles(search(PlainText("鉴定 羁押", operator="or"))) == {"鉴定意见的审查", "羁押期限的计算"}
    assert titles(search(Or([PlainText("提纲"), PlainText("羁押")]))) == {"补充侦查提纲怎么写", "羁押期限的计算"}
    assert titles(search(PlainText("审查") & Not(PlainText("鉴定")))) == {"电子数据的收集与审查"}
    assert titles(search("审查", fields=["title"])) == {"电子数据的收集与审查", "鉴定意见的审查"}


def test_the_title_counts_more_than_the_text(pages):
    parent = MicroClassIndexPage.objects.get()
    filler = "说明性文字" * 40
    parent.add_child(
        instance=MicroClassPage(title="其他", summary=f"{filler}羁押", defect_code="XS-QS-09", slug="other")
    )

    assert [page.title for page in MicroClassPage.objects.search("羁押")] == ["羁押期限的计算", "其他"]


def test_a_changed_page_is_found_by_its_new_words_only(pages):
    page = pages["鉴定意见的审查"]
    page.title, page.summary = "勘验笔录的审查", "见证人应当在场"
    page.save()

    assert titles(MicroClassPage.objects.search("见证人")) == {"勘验笔录的审查"}
    assert titles(MicroClassPage.objects.search("资质")) == set()


def test_a_deleted_page_is_gone(pages):
    pages["鉴定意见的审查"].delete()

    assert titles(MicroClassPage.objects.search("鉴定意见")) == set()


def test_rebuilding_the_index_finds_the_same(pages):
    call_command("update_index", verbosity=0)

    assert titles(MicroClassPage.objects.search("退回补充侦查")) == {"补充侦查提纲怎么写"}
    assert titles(Page.objects.autocomplete("电子")) == {"电子数据的收集与审查"}


def test_indexing_leaves_the_indexer_of_modelsearch_alone():
    """A swapped global would mix plain and spaced text between threads."""
    page = MicroClassPage(title="鉴定意见", summary="", defect_code="XS-QS-01", pk=1)
    backend = get_search_backend()
    own = backend.get_index_for_model(MicroClassPage).indexer_class
    stock = next(base for base in own.__mro__ if base.__module__.startswith("modelsearch"))

    with ThreadPoolExecutor(4) as pool:
        spaced = pool.map(lambda _: own(page, backend).prepare_value("鉴定意见"), range(50))
        plain = pool.map(lambda _: stock(page, backend).prepare_value("鉴定意见"), range(50))

        assert (set(spaced), set(plain)) == ({"鉴 定 意 见 zzbrk"}, {"鉴定意见"})
