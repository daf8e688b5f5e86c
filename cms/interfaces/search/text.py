"""Text as the index keeps it, and queries as phrases of it. Plain strings, no database."""

import re
import unicodedata

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
# Stands between sentences and between fields, so that no phrase is found across them.
BREAK = "zzbrk"

_TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+|[。!?;\n]")
_BREAKS = frozenset("。!?;\n")
_MOST_TERMS = 12
_LONGEST_QUERY = 200


def folded(text: str) -> str:
    """One form for full-width and half-width characters."""
    return unicodedata.normalize("NFKC", text)


def indexed(text: str) -> str:
    """``text`` as words with blanks between them, one word for each Han character."""
    return " ".join(_words(folded(text).lower()))


def phrases(query: str) -> list[str]:
    """The terms of a query (separated by blanks) as phrases of indexed words; terms without a word are left out."""
    terms = [_phrase(term) for term in folded(query)[:_LONGEST_QUERY].lower().split()]
    return [term for term in terms if term][:_MOST_TERMS]


def _words(text: str) -> list[str]:
    return [BREAK if token in _BREAKS else token for token in _TOKEN.findall(text)]


def _phrase(term: str) -> str:
    return " ".join(word for word in _words(term) if word != BREAK)
