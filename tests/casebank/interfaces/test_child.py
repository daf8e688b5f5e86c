"""A child that hangs, dies, grows or fails ends in one of two sentences."""

import pytest

from casebank.core.errors import Refused
from casebank.interfaces.importers.child import parse_in_child


def run(tmp_path, code):
    script = tmp_path / "child.py"
    script.write_text(f"import os, sys, time\ndata = sys.stdin.buffer.read()\n{code}\n")
    return parse_in_child(script, b"file", seconds=2, too_large="too large", damaged="damaged")


def test_what_the_child_prints_comes_back(tmp_path):
    assert run(tmp_path, "sys.stdout.buffer.write(data * 2)") == b"filefile"


@pytest.mark.parametrize("code", ["time.sleep(60)", "os.kill(os.getpid(), 9)", "raise MemoryError", "sys.exit(3)"])
def test_limits_are_told_as_size(tmp_path, code):
    with pytest.raises(Refused, match="too large"):
        run(tmp_path, code)


@pytest.mark.parametrize("code", ["sys.exit(1)", "raise ValueError('no workbook')"])
def test_other_failures_are_told_as_damage(tmp_path, code):
    with pytest.raises(Refused, match="damaged"):
        run(tmp_path, code)
