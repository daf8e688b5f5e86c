"""A migrated empty database already holds the starter knowledge pack."""

from pathlib import Path

from django.db import migrations

from casebank.core.knowledge_pack import read_pack
from casebank.domain.knowledge_pack import write_pack

FOLDER = Path(__file__).resolve().parent.parent / "knowledge_pack"


def load(apps, schema_editor):
    write_pack(read_pack(FOLDER), lambda name: apps.get_model("casebank", name))


class Migration(migrations.Migration):
    dependencies = [("casebank", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
