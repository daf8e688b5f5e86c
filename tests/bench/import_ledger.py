"""How fast is the ledger import, beside what cannot be beaten?

    python -m tests.bench.import_ledger [ROWS]        (default 5000; its own throw-away SQLite file)

Prints one JSON line: seconds for the bare calamine reading and for our guarded reading, for judging every row, for the
preview and the commit, and for raw executemany inserts of as many case and evaluation rows. Goals: reading at most 1.5
times calamine; import at least half the raw insert rate.
"""

import io
import json
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000


def timed(act):
    """(seconds, result)"""
    start = perf_counter()
    result = act()
    return round(perf_counter() - start, 3), result


def workbook_of(count):
    """A ledger of ``count`` different invented cases."""
    from tests.factories.tables import ledger, ledger_row, xlsx

    problems = ("案卡漏填", "卷宗缺送达回证；错别字", "无", "/", "引用法条错误；证据矛盾未分析")
    rows = [
        ledger_row(序号=n, 案号=f"云浦检刑诉〔2026〕{n}号", 得分=76 + n % 19, 问题描述=problems[n % 5], 问题代码="") for n in range(1, count + 1)
    ]  # fmt: skip
    return xlsx(ledger(*rows))


def bare_reading(data):
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def raw_inserts(count):
    """The same number of case and evaluation rows through executemany, in one transaction."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "create table bench_case (id integer primary key, case_no text, cause text, line text, day text)"
        )
        cursor.execute(
            "create table bench_evaluation (id integer primary key, case_id int, score real, grade text, text text)"
        )
        cursor.executemany(
            "insert into bench_case values (%s, %s, %s, %s, %s)",
            [(n, f"云浦检刑诉〔2026〕{n}号", "盗窃罪", "刑事检察", "2026-04-01") for n in range(count)],
        )
        cursor.executemany(
            "insert into bench_evaluation values (%s, %s, %s, %s, %s)",
            [(n, n, 80.0, "合格", "案卡漏填") for n in range(count)],
        )


def main():
    from django.core.management import call_command
    from django.utils import timezone

    from casebank.core.evaluation.headers import LEDGER, LEDGER_REQUIRED, find_heading
    from casebank.core.evaluation.ledger import read_ledger
    from casebank.domain.ledger_import import commit_import
    from casebank.domain.ledger_preview import Upload, preview_import
    from casebank.domain.queries.ledger_register import register_of
    from casebank.interfaces.importers.tables import read_tables
    from tests.factories.people import PersonFactory

    call_command("migrate", verbosity=0)
    unit = PersonFactory(name="赵一", staff_no="YP0901").unit
    data = workbook_of(ROWS)
    told = {"rows": ROWS, "megabytes": round(len(data) / 1e6, 2)}
    bare_reading(data)
    told["calamine"], _raw = timed(lambda: bare_reading(data))
    told["reading"], tables = timed(lambda: read_tables(data, "台账.xlsx"))
    heading = find_heading(tables[0], LEDGER, LEDGER_REQUIRED)
    register = register_of(unit, today=timezone.localdate())
    told["judging"], _rows = timed(lambda: read_ledger(tables[0], heading, register))
    upload = Upload("台账.xlsx", data, keep=False)
    told["preview"], batch = timed(lambda: preview_import(actor=None, unit=unit, upload=upload, tables=tables))
    told["commit"], batch = timed(lambda: commit_import(actor=None, batch=batch))
    told["loaded"] = batch.counts["loaded"]
    told["raw_inserts"], _none = timed(lambda: raw_inserts(ROWS))
    print(json.dumps(told))


if __name__ == "__main__":
    folder = Path(tempfile.mkdtemp(prefix="anjian-bench-"))
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    import django

    django.setup()
    main()
