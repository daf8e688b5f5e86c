"""Parts of a judgment."""

from casebank.core.text.judgment import read_sections

TEXT = (
    "被告人周某,男。上述事实,有证言证实。本院认为,周某构成盗窃罪。依照《中华人民共和国刑法》第二百六十四条,判决如下:"
    "被告人周某犯盗窃罪,判处拘役三个月。如不服本判决,可以上诉。附:相关法律条文第二百六十四条"
)


def test_parts_are_found_and_the_annex_is_cut():
    parts = read_sections(TEXT)

    assert parts.text[: parts.facts[1]].endswith("证言证实。")
    assert parts.text[slice(*parts.operative)].startswith("判决如下")
    assert "附" not in parts.text
    assert parts.text[parts.statutes[-1] :].startswith("依照")


def test_what_is_missing_is_minus_one():
    parts = read_sections("只有一句话。")

    assert (parts.reason, parts.order, parts.appeal, parts.operative) == (-1, -1, -1, (0, 0))
