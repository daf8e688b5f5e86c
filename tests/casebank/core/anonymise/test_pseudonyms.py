"""What stands in the masked text."""

import pytest

from casebank.core.anonymise import Known, anonymise
from casebank.core.anonymise.dateshift import shift_dates
from casebank.core.anonymise.labels import case_label, series


def test_surname_alone_when_nobody_shares_it_and_a_stem_when_somebody_does():
    result = anonymise("被告人张立新伙同证人张大鹏、证人李燕作案。张立新到案。")

    assert result.text == "被告人张某甲伙同证人张某乙、证人李某作案。张某甲到案。"


def test_rare_surname_is_dropped():
    assert anonymise("被告人虎大鹏到案。").text == "被告人某甲到案。"


def test_officials_bear_the_label_of_their_office():
    result = anonymise("审判员王燕。仇英达出庭。", known=[Known("仇英达", role="prosecutor")])

    assert result.text == "审判员甲。承办检察官甲出庭。"


def test_places_keep_one_letter_each():
    result = anonymise("吴忠市利通区人民检察院起诉至吴忠市利通区人民法院，利通区金积镇塔湾村村民。")

    assert result.text == "A市B区人民检察院起诉至A市B区人民法院，B区C镇D村村民。"


def test_organisations_keep_their_kind():
    result = anonymise("宁夏兰花商贸有限公司与宁夏石榴商贸有限公司签约，后送往吴忠市兰花医院。")

    assert result.text == "甲公司与乙公司签约，后送往甲医院。"


def test_numbers_become_their_kind():
    result = anonymise("电话17799001122，QQ号88112233，车牌宁A66F21。")

    assert result.text == "电话［手机号］，QQ号［QQ号］，车牌［车牌号］。"


@pytest.mark.parametrize(
    ("number", "label"),
    [
        ("宁惠检刑诉〔2024〕66号", "×检刑诉〔20××〕×号"),
        ("宁惠检刑不诉〔2024〕6号", "×检刑不诉〔20××〕×号"),
        ("（2024）宁0302刑初118号", "×刑初〔20××〕×号"),
        ("惠公（刑）立字【2024】1022号", "×公立〔20××〕×号"),
    ],
)
def test_case_number_keeps_its_kind_only(number, label):
    assert case_label(number) == label


def test_labels_of_the_case_are_kept_in_the_next_text():
    first = anonymise("被告人张立新到案。")

    second = anonymise("证人张大鹏称，张立新在场。", known=["张立新"], labels=first.pseudonyms)

    assert first.text == "被告人张某到案。"
    assert second.text == "证人张某甲称，张某在场。"


def test_a_placeholder_in_the_text_is_not_given_to_somebody_else():
    assert anonymise("证人张某甲与被告人张立新、张大鹏。").text == "证人张某甲与被告人张某乙、张某丙。"


@pytest.mark.parametrize(
    "text",
    [
        "被告人张某甲到案。",
        "张某、李某2的证言",
        "甲公司与乙公司",
        "A市B区人民检察院",
        "住A市B区C镇D村",
        "送甲医院",
        "审判员甲",
        "某乙称",
        "×检刑诉〔20××〕×号",
    ],
)
def test_placeholders_stay_as_they_are(text):
    assert anonymise(text).text == text


def test_a_function_word_ends_a_chain_of_places():
    result = anonymise("在吴忠市利通区金积镇塔湾村被吴忠市公安局利通区分局抓获。")

    assert result.text == "在A市B区C镇D村被A市公安局B区分局抓获。"


def test_series_goes_on_after_the_ten_stems():
    names = series()

    assert [next(names) for _ in range(12)] == [*"甲乙丙丁戊己庚辛壬癸", "11", "12"]


@pytest.mark.parametrize(
    ("written", "shifted"),
    [
        ("2024年2月25日", "2024年3月3日"),
        ("2024-02-25", "2024-03-03"),
        ("2024.2.25", "2024.3.3"),
        ("2024/12/31", "2025/1/7"),
        ("二〇二四年二月二十五日", "二〇二四年三月三日"),
        ("2024年2月25日22时许", "2024年3月3日22时许"),
        ("2024年2月25日至3月1日", "2024年3月3日至3月8日"),
        ("2024年2月", "2024年2月"),
        ("２０２４年２月２５日", "2024年3月3日"),
        ("2024年13月45日", "［日期］"),
    ],
)
def test_dates_move_in_their_own_form(written, shifted):
    assert shift_dates(written, 7, None)[0] == shifted


def test_a_date_without_a_year_takes_the_year_before_it():
    result = anonymise("2023年12月20日立案，12月28日移送。", day_offset=7)

    assert result.text == "2023年12月27日立案，1月4日移送。"


def test_offset_zero_leaves_dates_as_they_are_but_reports_them():
    result = anonymise("2023年12月20日立案。")

    assert result.text == "2023年12月20日立案。"
    assert [span.type for span in result.spans] == ["DATE"]
