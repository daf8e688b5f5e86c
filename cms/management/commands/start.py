"""``manage.py start``: one command from an empty folder to a running demonstration."""

import os
import shutil
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError

HOST = "127.0.0.1"
FREE_BYTES_NEEDED = 200 * 1024 * 1024


class Command(BaseCommand):
    help = "Prepare the database, load the demonstration and serve it on 127.0.0.1."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port: int, **options):
        require_free_port(port)
        require_space(settings.VAR_DIR)
        self._prepare()
        self.stdout.write(self.style.SUCCESS(f"\n案鉴 http://{HOST}:{port}/  (Ctrl+C 停止 / stops it)\n"))
        self.stdout.flush()
        serve(port)

    def _prepare(self) -> None:
        call_command("compile_catalogues", verbosity=0)
        try:
            call_command("migrate", verbosity=0, interactive=False)
        except OperationalError as error:
            raise CommandError(f"The database cannot be opened: {error}") from error
        call_command("demo", stdout=self.stdout)


def require_free_port(port: int) -> None:
    """Raises ``CommandError`` naming another port when ``port`` is taken or not allowed."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            message = f"Port {port} cannot be used ({error}). Choose another one: make run PORT={8000 + port % 90 + 1}"
            raise CommandError(message) from error


def require_space(folder: Path) -> None:
    """Raises ``CommandError`` when the disk holding ``folder`` is nearly full or not writable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise CommandError(f"The folder {folder} cannot be written: {error}") from error
    if free < FREE_BYTES_NEEDED:
        raise CommandError(f"The disk is nearly full: {folder} needs 200 MB, {free // 1024 // 1024} MB are free.")


def serve(port: int) -> None:
    """Replace this process by gunicorn, so that stopping it stops everything."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    gunicorn = [sys.executable, "-m", "gunicorn", "cms.wsgi:application", "--bind", f"{HOST}:{port}"]
    os.execv(  # noqa: S606
        sys.executable, [*gunicorn, "--workers", "1", "--threads", "8", "--timeout", "120", "--log-level", "warning"]
    )
