"""The batch command: one line out per line in, and nothing half-written."""

import json

import pytest
from django.core.management import CommandError, call_command

GOOD = {"id": "a", "text": "被告人兰立新到案。", "known": ["兰立新"]}


@pytest.fixture
def run(tmp_path):
    def batch(*lines, output="out.jsonl"):
        source = tmp_path / "in.jsonl"
        source.write_bytes(b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines))
        call_command("anonymise_batch", input=source, output=tmp_path / output, verbosity=0)
        return [json.loads(line) for line in (tmp_path / output).read_text(encoding="utf-8").splitlines()]

    return batch


def test_each_line_is_answered_in_order(run):
    answers = run(GOOD, {"id": 2, "text": "没有人。"})

    assert answers == [
        {"id": "a", "spans": [{"start": 3, "end": 6, "type": "PERSON"}], "text": "被告人某甲到案。"},
        {"id": 2, "spans": [], "text": "没有人。"},
    ]


@pytest.mark.parametrize(
    "bad",
    [b"{", b"[]", b'"text"', b"\xff\xfe", b'{"text": "x"}', b'{"id": 1}', b'{"id": 1, "text": 5}', b'{"id": 1, "text": "x", "known": "y"}',
     b'{"id": 1, "text": "x", "known": [1]}', b"[" * 100_000],
)  # fmt: skip
def test_a_bad_line_is_named_and_nothing_is_written(run, tmp_path, bad):
    (tmp_path / "out.jsonl").write_text("before", encoding="utf-8")

    with pytest.raises(CommandError, match="Line 2"):
        run(GOOD, bad)

    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_missing_places_get_a_sentence(run, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        run(GOOD, output="no/out.jsonl")
    with pytest.raises(CommandError, match="No such file"):
        call_command("anonymise_batch", input=tmp_path / "none.jsonl", output=tmp_path / "out.jsonl")


def test_an_escaped_lone_surrogate_passes(run):
    assert run(b'{"id": 1, "text": "x\\ud800y"}')[0]["text"] == "x\ud800y"


def test_empty_lines_are_passed_over(run):
    assert [answer["id"] for answer in run(GOOD, b"", GOOD, b"")] == ["a", "a"]
