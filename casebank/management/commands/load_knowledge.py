"""``manage.py load_knowledge``: refresh the knowledge lists from the pack that is shipped with the product."""

import json

from django.core.management.base import BaseCommand, CommandError

from casebank.core.knowledge_pack import PackError
from casebank.domain.knowledge import load_pack


class Command(BaseCommand):
    help = "Refresh the knowledge lists from the shipped pack. Fields that were edited here stay as they are."

    def handle(self, *args, **options):
        """Print one JSON line: per list the rows ``created``, ``updated``, ``kept`` and, of these, ``edited`` here."""
        try:
            counts = load_pack()
        except PackError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(counts, ensure_ascii=False))
