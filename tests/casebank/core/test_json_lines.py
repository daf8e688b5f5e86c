"""Files of JSON lines: whole or not at all, readable by whoever may read their folder."""

import json
import os

import pytest

from casebank.core.json_lines import json_line, write_json_lines


def test_rows_stand_one_a_line_and_are_counted(tmp_path):
    path = tmp_path / "out.jsonl"

    assert write_json_lines(path, [{"id": "甲"}, {"id": 2}]) == 2
    assert path.read_text(encoding="utf-8") == '{"id": "甲"}\n{"id": 2}\n'


def test_an_interrupted_file_leaves_the_old_one_and_no_traces(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("before")

    def rows():
        yield {"id": 1}
        raise ValueError

    with pytest.raises(ValueError):
        write_json_lines(path, rows())

    assert path.read_text() == "before"
    assert [found.name for found in tmp_path.iterdir()] == ["out.jsonl"]


def test_others_may_read_what_the_umask_lets_them(tmp_path):
    path = tmp_path / "out.jsonl"
    before = os.umask(0o022)
    try:
        write_json_lines(path, [{}])
    finally:
        os.umask(before)

    assert path.stat().st_mode & 0o777 == 0o644


def test_a_lone_surrogate_survives_the_way_through_a_file():
    assert json.loads(json_line({"id": "x\ud800"}))["id"] == "x\ud800"
