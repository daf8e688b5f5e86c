"""``manage.py start`` says in one sentence what stands in its way."""

import shutil
import socket
from collections import namedtuple

import pytest
from django.core.management import CommandError, call_command

from cms.management.commands.start import HOST, require_free_port, require_space

Usage = namedtuple("Usage", "total used free")


def test_a_busy_port_is_named_with_another_to_try():
    with socket.socket() as busy:
        busy.bind((HOST, 0))
        busy.listen()
        port = busy.getsockname()[1]

        with pytest.raises(CommandError, match=rf"Port {port} cannot be used .*make run PORT=\d+"):
            call_command("start", port=port)

    require_free_port(port)


@pytest.mark.parametrize("port", [-1, 65_536, 99_999])
def test_a_port_that_does_not_exist_is_no_traceback(port):
    with pytest.raises(CommandError, match=r"make run PORT=\d+"):
        require_free_port(port)


def test_a_full_disk_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(10**12, 10**12, 5 * 1024 * 1024))

    with pytest.raises(CommandError, match="nearly full.* 5 MB are free"):
        require_space(tmp_path)


def test_a_folder_is_made_or_its_hindrance_is_named(tmp_path):
    require_space(tmp_path / "new" / "var")
    (tmp_path / "file").touch()

    with pytest.raises(CommandError, match="cannot be written"):
        require_space(tmp_path / "file" / "var")

    assert (tmp_path / "new" / "var").is_dir()
