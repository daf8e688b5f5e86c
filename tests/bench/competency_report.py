"""How long the competency report takes over many records, beside reading the same rows into pandas.

    python tests/bench/competency_report.py [RECORDS]        default 1,000,000

Makes its own SQLite database in a temporary folder. Prints one JSON line: seconds for the report (first and warm) and
for ``values_list`` + pandas over the same records, and their ratio.
"""

import json
import os
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
FOLDER = tempfile.TemporaryDirectory()
os.environ["DATABASE_URL"] = f"sqlite:///{FOLDER.name}/bench.sqlite3"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402

from casebank.models import (  # noqa: E402
    Case,
    DefectType,
    Department,
    Evaluation,
    PerformanceEntry,
    Person,
    Post,
    Unit,
)
from casebank.public import people_in_service  # noqa: E402
from training.core.periods import Period  # noqa: E402
from training.domain.competency import ensure_default_targets  # noqa: E402
from training.domain.queries.report import competency_report  # noqa: E402

LINES = ("刑事检察", "刑事检察", "刑事检察", "未成年人检察", "民事检察", "行政检察", "公益诉讼检察")
YEAR = Period(date(2025, 7, 1), date(2026, 6, 30))
PER_CASE = 0.55  # of the records: evaluations; the rest are defects and a few test results


def fill(records: int, random: Random) -> None:
    """One unit of 400 people, two years of inspections."""
    unit = Unit.objects.create(code="BENCH", name="虚构检察院")
    place = Department.objects.create(unit=unit, name="第一检察部")
    post, _made = Post.objects.get_or_create(name="检察官")
    staff = [
        Person(unit=unit, staff_no=f"B{number:05}", name=f"检察官{number}", department=place, post=post)
        for number in range(400)
    ]
    people = Person.objects.bulk_create(staff)
    ensure_default_targets()
    codes = list(DefectType.objects.values_list("code", flat=True))
    number = 0
    while number < records:
        number += _chunk(number, min(50_000, records - number), people, place, codes, random)


def _chunk(start, size, people, place, codes, random):
    cases = [
        Case(
            unit=place.unit,
            case_no=f"虚检刑诉〔2026〕{start + index}号",
            business_line=random.choice(LINES),
            cause="盗窃罪",
            handler=random.choice(people),
            department=place,
        )
        for index in range(int(size * PER_CASE))
    ]
    days = [date(2024, 7, 1) + timedelta(days=random.randrange(730)) for _case in cases]
    saved = Case.objects.bulk_create(cases, batch_size=2000)
    evaluations = Evaluation.objects.bulk_create(
        [
            Evaluation(case=case, kind="常规抽查", evaluated_on=day, score=85, grade="合格")
            for case, day in zip(saved, days, strict=True)
        ],
        batch_size=2000,
    )
    lines = [_line("evaluation", one, one.pk, score=85) for one in evaluations]
    while len(lines) < size:
        one, key = random.choice(evaluations), f"{start}-{len(lines)}"
        if len(lines) % 20:
            lines.append(_line("finding", one, key, defect_code=random.choice(codes)))
        else:
            lines.append(_line("formal_sitting", one, key, score=random.randrange(40, 100), competency_code="CP-01"))
    PerformanceEntry.objects.bulk_create(lines, batch_size=2000)
    return len(lines)


def _line(kind, evaluation, key, **values):
    return PerformanceEntry(
        person_id=evaluation.case.handler_id,
        kind=kind,
        source=kind,
        source_key=str(key),
        occurred_on=evaluation.evaluated_on,
        title="评查",
        evaluation=evaluation if kind != "formal_sitting" else None,
        **values,
    )


def report_seconds() -> float:
    begun = perf_counter()
    unit = Unit.objects.get(code="BENCH")
    staff = list(people_in_service(unit.pk).select_related("unit", "department", "post"))
    found = competency_report(staff, None, YEAR)
    assert found.lines and found.cases
    return perf_counter() - begun


def pandas_seconds() -> float:
    import pandas

    begun = perf_counter()
    fields = ("person_id", "kind", "occurred_on", "evaluation_id", "defect_code", "competency_code", "score")
    frame = pandas.DataFrame.from_records(
        list(PerformanceEntry.objects.order_by().values_list(*fields)), columns=fields
    )
    frame.groupby(["person_id", "kind", "defect_code"])["evaluation_id"].nunique()
    return perf_counter() - begun


def main(records: int) -> None:
    call_command("migrate", verbosity=0)
    fill(records, Random(20261123))
    first, warm = report_seconds(), min(report_seconds() for _round in range(3))
    other = min(pandas_seconds() for _round in range(2))
    figures = {
        "records": PerformanceEntry.objects.count(),
        "report_first_s": round(first, 2),
        "report_warm_s": round(warm, 2),
        "values_list_pandas_s": round(other, 2),
        "ratio": round(warm / other, 2),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
