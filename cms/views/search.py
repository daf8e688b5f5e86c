"""The search over the whole site."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cms.interfaces.forms.lists import SearchForm
from cms.interfaces.site_search import KINDS, Hit, Results
from cms.web.excerpt import Piece, excerpt, marked_pieces

PAGE_SIZE = 10


def search(request: HttpRequest) -> HttpResponse:
    """Everybody may search; what is found depends on who asks."""
    form = SearchForm(request.GET, KINDS)
    context: dict[str, Any] = {"form": form, "words": form.words}
    if form.words:
        page = Paginator(Results(request, form.words, form.chosen_kind), PAGE_SIZE).get_page(request.GET.get("page"))
        context |= {"listing": page, "hits": [_shown(hit, form.words) for hit in page]}
    return render(request, "cms/search.html", context)


def _shown(hit: Hit, words: str) -> tuple[Hit, list[Piece], list[Piece]]:
    return hit, marked_pieces(hit.title, words), excerpt(hit.text, words)
