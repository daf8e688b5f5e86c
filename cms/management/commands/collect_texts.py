"""``manage.py collect_texts``: bring the message catalogues in step with the texts in the code."""

from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

LANGUAGES = ("zh_Hans", "en")
IGNORED = (".venv/*", "var/*", "tests/*", "locale/*")


class _Catalogue(Catalog):
    """Without dates in the header, which would change the file at every run."""

    @property
    def mime_headers(self):
        return [(name, value) for name, value in super().mime_headers if not name.endswith("-Date")]


class Command(BaseCommand):
    help = "Collect the interface texts (needs the gettext programs) and write both catalogues in one stable form."

    def handle(self, **options):
        call_command(
            "makemessages",
            locale=list(LANGUAGES),
            no_obsolete=True,
            no_wrap=True,
            add_location="file",
            ignore_patterns=list(IGNORED),
            verbosity=0,
        )
        for language in LANGUAGES:
            missing = rewrite(catalogue_path(language), language)
            self.stdout.write(f"{language}: {missing} without translation")


def catalogue_path(language: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def rewrite(path: Path, language: str) -> int:
    """Write the catalogue anew: plain header, right number of plural forms, no guesses. Returns what is untranslated.

    English is the language of the code, so its catalogue says what the code says.
    """
    with path.open("rb") as stream:
        found = read_po(stream, locale=language)
    fresh = _Catalogue(
        locale=language,
        project="anjian",
        version="1",
        header_comment="# Interface texts of 案鉴.",
        last_translator="The Anjian developers",
        language_team=language,
        fuzzy=False,
    )
    for message in found:
        if message.id:
            _add(fresh, message, language)
    with path.open("wb") as stream:
        write_po(stream, fresh, width=0, sort_output=True, omit_header=False)
    return sum(not _translated(message) for message in fresh if message.id)


def _add(fresh: Catalog, message: Message, language: str) -> None:
    if language == "en":
        string = message.id
    elif "fuzzy" in message.flags:
        string = ("",) * fresh.num_plurals if message.pluralizable else ""
    else:
        string = message.string[: fresh.num_plurals] if message.pluralizable else message.string
    flags = message.flags - {"fuzzy"}
    fresh.add(
        message.id,
        string,
        locations=[(name, None) for name, _line in message.locations],
        flags=flags,
        context=message.context,
    )


def _translated(message: Message) -> bool:
    return all(message.string) if message.pluralizable else bool(message.string)
