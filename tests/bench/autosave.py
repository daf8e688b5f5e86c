"""How many answers a second the server takes, with everything that a save does: session, CSRF, deadline, revision.

    python -m tests.bench.autosave --clients 8 --seconds 10 --workers 2

Starts gunicorn on a throw-away database (``DATABASE_URL`` of the environment, else SQLite), lets each client save a
section of 2,000 characters back to back, and prints one JSON line: saves/s, p50 and p95 in ms, CPU-ms per save of the
server processes, errors. Exits with 1 if a save that was confirmed is not in the database.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from uuid import uuid4

CHARACTERS = 2000


def main() -> int:
    options = _options()
    folder = tempfile.mkdtemp(prefix="anjian-bench-")
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
    os.environ["ANJIAN_VAR"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings.dev"
    jobs = _prepare(options.clients)
    port = _free_port()
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "cms.wsgi",
            "-b",
            f"127.0.0.1:{port}",
            "-w",
            str(options.workers),
            "--threads",
            str(options.threads),
            "--log-level",
            "error",
        ]
    )
    try:
        _wait(port)
        _load(jobs, port, seconds=1)
        before = _cpu_seconds(server.pid)
        results = _load(jobs, port, options.seconds)
        cpu = _cpu_seconds(server.pid) - before
    finally:
        server.terminate()
        server.wait()
    return _report(options, results, cpu)


def _options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=4)
    return parser.parse_args()


def _prepare(clients: int) -> list[dict]:
    """A running attempt and a session per client."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.test import Client
    from django.utils import timezone

    from assessments.domain.attempt import start_attempt
    from tests.factories import assessments as make
    from tests.factories.people import UserFactory

    run = uuid4().hex[:6]
    candidates = [UserFactory(roles=["prosecutor"], person__staff_no=f"B{run}{n}") for n in range(clients)]
    staff = {
        name: UserFactory(roles=[name], person__staff_no=f"{name[0]}{run}")
        for name in ("trainer", "inspector", "marker")
    }
    paper = make.approved_paper(
        make.evidence_item(staff["trainer"]), make.drafting_item(staff["trainer"]), approver=staff["inspector"]
    )
    sitting = make.open_sitting(*candidates, of=paper, markers=[staff["marker"]])
    jobs = []
    for candidate in candidates:
        attempt = start_attempt(
            actor=candidate, attempt=sitting.attempts.get(person=candidate.person), now=timezone.now()
        )
        answer = attempt.answers.exclude(field="findings").first()
        client = Client()
        client.force_login(candidate)
        url = f"/tests/attempts/{attempt.pk}/answers/{answer.slot_id}/{answer.field}/"
        jobs.append({"url": url, "session": client.cookies["sessionid"].value, "answer": answer.pk, "rev": 0})
    return jobs


def _load(jobs: list[dict], port: int, seconds: float) -> list[tuple[dict, list[float], int, list]]:
    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(lambda job: _client(job, port, time.monotonic() + seconds), jobs))


def _client(job: dict, port: int, end: float) -> tuple[dict, list[float], int, list]:
    """Saves until ``end``; returns the job, seconds per save, errors and the confirmed (uuid, rev) pairs."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    token = "a" * 32
    headers = {
        "Content-Type": "application/json",
        "Cookie": f"sessionid={job['session']}; csrftoken={token}",
        "X-CSRFToken": token,
    }
    times, errors, confirmed = [], 0, []
    while time.monotonic() < end:
        text = f"{job['rev']:08d}" + "证据审查意见" * (CHARACTERS // 6)
        number = str(uuid4())
        packet = {"client_uuid": number, "seq": job["rev"] + 1, "base_rev": job["rev"], "payload": {"text": text}}
        begun = time.perf_counter()
        connection.request("PUT", job["url"], json.dumps(packet), headers)
        response = connection.getresponse()
        body = response.read()
        if response.status == 200:
            times.append(time.perf_counter() - begun)
            job["rev"] = json.loads(body)["rev"]
            confirmed.append((number, job["rev"]))
        else:
            errors += 1
    return job, times, errors, confirmed


def _report(options, results, cpu: float) -> int:
    from assessments.models import AnswerRevision

    times = sorted(second for _job, seconds, _errors, _confirmed in results for second in seconds)
    lost = 0
    for job, _seconds, _errors, confirmed in results:
        kept = {
            (str(one), rev)
            for one, rev in AnswerRevision.objects.filter(answer=job["answer"]).values_list("client_uuid", "rev")
        }
        lost += len(set(confirmed) - kept)
    cuts = quantiles(times, n=100)
    figures = {
        "clients": options.clients,
        "saves": len(times),
        "saves_per_second": round(len(times) / options.seconds, 1),
        "p50_ms": round(cuts[49] * 1000, 1),
        "p95_ms": round(cuts[94] * 1000, 1),
        "cpu_ms_per_save": round(cpu * 1000 / len(times), 2),
        "errors": sum(errors for _job, _seconds, errors, _confirmed in results),
        "lost": lost,
    }
    print(json.dumps(figures))
    return 1 if lost or figures["errors"] else 0


def _cpu_seconds(pid: int) -> float:
    """User and system time of a process and its living children."""
    ticks = 0
    for one in [pid, *_children(pid)]:
        fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(port: int) -> None:
    for _attempt in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("The server did not start.")


if __name__ == "__main__":
    sys.exit(main())
