"""A real server process of the product on a database and a data folder of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
LOG_TAIL = 6000


@dataclass(frozen=True)
class House:
    """One installation: ``env`` is the environment of all its processes, ``log`` what its server said."""

    url: str
    port: int
    env: dict[str, str]
    log: Path

    def manage(self, *arguments: str, typed: str = "", timeout: float = 300) -> str:
        """Run ``manage.py`` with ``typed`` as standard input; what it printed. Fails the test when it fails."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT, env=self.env, input=typed, capture_output=True, text=True, timeout=timeout, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"manage.py {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def said(self) -> str:
        """The end of the server's log, for the report of a failure."""
        return self.log.read_text(errors="replace")[-LOG_TAIL:] if self.log.exists() else ""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def empty_house(folder: Path) -> Iterator[House]:
    """An installation in ``folder`` without a database schema; its database is removed at the end."""
    with _database(folder) as database_url:
        port = free_port()
        env = os.environ | {
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "ANJIAN_VAR": str(folder / "var"),
            "DATABASE_URL": database_url,
            "PYTHONUNBUFFERED": "1",
        }
        yield House(f"http://127.0.0.1:{port}", port, env, folder / "server.log")


@contextmanager
def _database(folder: Path) -> Iterator[str]:
    """A new SQLite file; beside the PostgreSQL database of ``DATABASE_URL`` a new one of the same server."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield f"sqlite:///{folder / 'journey.sqlite3'}"
        return
    import psycopg

    name = f"journey_{os.getpid()}_{free_port()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def serving(house: House, command: list[str], *, within: float = 60) -> Iterator[subprocess.Popen]:
    """Start ``command`` as the server of ``house``, wait until it answers, stop it by its pid at the end."""
    with house.log.open("ab") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=house.env, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait(house, server, within)
        yield server
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def gunicorn(house: House) -> list[str]:
    return [
        sys.executable, "-m", "gunicorn", "cms.wsgi:application", "--bind", f"127.0.0.1:{house.port}",
        "--workers", "1", "--threads", "8", "--timeout", "120", "--log-level", "warning",
    ]  # fmt: skip


def _wait(house: House, server: subprocess.Popen, within: float) -> None:
    end = time.monotonic() + within
    while time.monotonic() < end:
        if server.poll() is not None:
            break
        try:
            with urlopen(f"{house.url}/accounts/login/", timeout=10) as answer:
                assert answer.status == 200
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise AssertionError(f"The server does not answer at {house.url}.\n{house.said()}")
