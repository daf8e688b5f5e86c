"""Fetching whatever a person can reach: links of pages, addresses of the table, searches, files, headers."""

import html
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urljoin, urlsplit

from django.test import Client

_LINKS = re.compile(r"""(?:href|src|hx-get|action|data-\w*url)=["']([^"'#]+)""")
_NEVER = ("/accounts/logout", "/static/", "/admin/jsi18n", "/admin/sprite")
MOST_PAGES = 500


def everything_of(client: Client, starts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(address, text of headers and body) of every page that ``starts`` lead to by GET."""
    waiting, seen = list(starts), set()
    while waiting and len(seen) < MOST_PAGES:
        url = waiting.pop(0)
        if _same(url) in seen or url.startswith(_NEVER):
            continue
        seen.add(_same(url))
        answer = client.get(url)
        body = _body(answer)
        yield url, json.dumps(dict(answer.headers), ensure_ascii=False) + unquote(str(answer.headers)) + body
        waiting += _links(url, answer, body)


def _same(url: str) -> str:
    """Sorting, paging and filtering of one list count as one page, but for searches."""
    parts = urlsplit(url)
    return url if "q=" in parts.query or "question=" in parts.query else parts.path


def _links(url: str, answer, body: str) -> list[str]:
    found = [answer.headers["Location"]] if "Location" in answer.headers else []
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        found += [html.unescape(link) for link in _LINKS.findall(body)]
    here = [urljoin(url, link) for link in found]
    return [link for link in here if link.startswith("/") and not link.startswith("//")]


def _body(answer) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = b"\n".join(packed.read(name) for name in packed.namelist())
    return content.decode("utf-8", "replace")
