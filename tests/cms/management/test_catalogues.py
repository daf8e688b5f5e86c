from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from cms.management.commands.collect_texts import rewrite
from cms.management.commands.compile_catalogues import compile_catalogue

RAW = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#: a.py
msgid "Case"
msgstr "案件"

#: a.py
#, fuzzy
msgid "Guess"
msgstr "案例"

#: a.py
msgid "%(n)d case"
msgid_plural "%(n)d cases"
msgstr[0] "%(n)d 件"
msgstr[1] ""
"""


def catalogue(path):
    with path.open("rb") as stream:
        return read_po(stream)


def test_guesses_do_not_count_and_chinese_has_one_form(tmp_path):
    path = tmp_path / "django.po"
    path.write_text(RAW, encoding="utf-8")

    missing = rewrite(path, "zh_Hans")

    found = catalogue(path)
    assert missing == 1
    assert found["Case"].string == "案件"
    assert found["Guess"].string == ""
    assert found["%(n)d case"].string == ("%(n)d 件",)


def test_writing_twice_changes_nothing(tmp_path):
    path = tmp_path / "django.po"
    path.write_text(RAW, encoding="utf-8")
    rewrite(path, "zh_Hans")
    before = path.read_bytes()

    rewrite(path, "zh_Hans")

    assert path.read_bytes() == before


def test_english_says_what_the_code_says(tmp_path):
    path = tmp_path / "django.po"
    path.write_text(RAW, encoding="utf-8")

    assert rewrite(path, "en") == 0
    assert catalogue(path)["Guess"].string == "Guess"


def test_compiling_writes_once_and_again_after_a_change(tmp_path):
    path = tmp_path / "django.po"
    path.write_text(RAW, encoding="utf-8")

    assert compile_catalogue(path)
    assert not compile_catalogue(path)
    with path.with_suffix(".mo").open("rb") as stream:
        assert read_mo(stream)["Case"].string == "案件"
