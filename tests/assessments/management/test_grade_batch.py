"""``manage.py grade_batch``: contract, errors with line numbers, nothing half written."""

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from assessments.management.commands.grade_batch import Command

ROWS = {
    "points": {"id": "1", "reference": "笔录没有签名，应当补正。", "sentence": "笔录没有签名，应当补正。"},
    "documents": {"id": "1", "reference": "本院认为，甲。", "draft": "甲。"},
    "adversarial": {
        "id": "1",
        "points": ["笔录没有签名，应当补正。"],
        "case_file": "",
        "answer": "笔录没有签名，应当补正。",
    },
    "answers": {
        "id": "1",
        "question_key": "q",
        "question": "",
        "references": ["甲乙丙"],
        "rubric": None,
        "answer": "甲乙",
        "levels": 5,
    },
}
FIELDS = {
    "points": {"id", "verdict", "score"},
    "documents": {"id", "defects"},
    "adversarial": {"id", "score", "flags", "needs_human"},
    "answers": {"id", "score", "p_error"},
}


def run(tmp_path, kind, lines, marked=None):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    options = {}
    if marked is not None:
        options["marked"] = tmp_path / "marked.jsonl"
        options["marked"].write_text("\n".join(marked), encoding="utf-8")
    call_command("grade_batch", kind, input=source, output=target, **options)
    return target


@pytest.mark.parametrize("kind", ROWS)
def test_each_kind_keeps_its_contract(tmp_path, kind):
    target = run(tmp_path, kind, [json.dumps(ROWS[kind] | {"unknown": 1})])

    (row,) = map(json.loads, target.read_text(encoding="utf-8").splitlines())
    assert row.keys() == FIELDS[kind]


@pytest.mark.parametrize("kind", ROWS)
def test_the_same_input_gives_the_same_bytes(tmp_path, kind):
    lines = [json.dumps(ROWS[kind] | {"id": str(n)}) for n in range(3)]

    assert run(tmp_path, kind, lines).read_bytes() == run(tmp_path, kind, lines).read_bytes()


BROKEN = [
    ("points", ["{}"], "line 1: must be an object with a text id"),
    ("points", [json.dumps(ROWS["points"]), "", "{nonsense"], "line 3: not JSON"),
    ("points", [json.dumps(ROWS["points"]), '{"id": "2", "reference": "甲"}'], "line 2: sentence must be a text"),
    ("points", [json.dumps(ROWS["points"])] * 2, "line 2: id 1 appears twice"),
    ("adversarial", [json.dumps(ROWS["adversarial"] | {"points": "甲"})], "line 1: points must be a list of texts"),
    ("answers", [json.dumps(ROWS["answers"] | {"levels": 0})], "line 1: levels must be a positive number"),
]


@pytest.mark.parametrize(("kind", "lines", "message"), BROKEN)
def test_malformed_lines_stop_it_with_their_number(tmp_path, kind, lines, message):
    with pytest.raises(CommandError, match=message):
        run(tmp_path, kind, lines)

    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_marked_answers_are_checked_too(tmp_path):
    line = json.dumps(ROWS["answers"])

    with pytest.raises(CommandError, match=r"marked\.jsonl: line 1: score must be a number between 0 and 1"):
        run(tmp_path, "answers", [line], [json.dumps(ROWS["answers"] | {"id": "m", "score": 2})])


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("grade_batch", "points", input=tmp_path / "no.jsonl", output=tmp_path / "out.jsonl")


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text("", encoding="utf-8")

    with pytest.raises(CommandError, match="cannot be written"):
        call_command("grade_batch", "points", input=source, output=tmp_path / "no" / "out.jsonl")


def test_it_asks_for_no_checks():
    assert Command.requires_system_checks == []


def test_a_lone_surrogate_in_an_id_comes_back_as_it_came(tmp_path):
    target = run(tmp_path, "points", [json.dumps(ROWS["points"] | {"id": "x\ud800"})])

    assert json.loads(target.read_text(encoding="utf-8"))["id"] == "x\ud800"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]
