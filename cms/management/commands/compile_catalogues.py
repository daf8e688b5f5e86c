"""``manage.py compile_catalogues``: make the .mo files from ``locale/`` without the gettext programs."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compile the message catalogues that changed since they were last compiled."
    requires_system_checks: list[str] = []

    def handle(self, **options):
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                if compile_catalogue(source) and options["verbosity"]:
                    self.stdout.write(str(source))


def compile_catalogue(source: Path) -> bool:
    """Write the .mo beside ``source`` unless a newer one is there; tells whether it wrote."""
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    with source.open("rb") as stream:
        catalogue = read_po(stream)
    partial = target.with_suffix(".mo.part")
    with partial.open("wb") as stream:
        write_mo(stream, catalogue)
    partial.replace(target)
    return True
