"""Chinese search on PostgreSQL's text search.

A ``tsvector`` keeps 16,383 positions and 255 places of one word, so phrases deep inside very long texts (past about
16,000 characters) are not found; case studies are far shorter.
"""

from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import F
from modelsearch.backends.database.postgres import postgres
from modelsearch.backends.database.postgres.query import Lexeme
from modelsearch.query import Phrase, PlainText

from cms.interfaces.search.indexing import ChineseIndexerMixin, ChineseIndexMixin, IndexEntry
from cms.interfaces.search.text import indexed, phrases

# Without stemming and stop words: both databases then find the same.
CONFIGURATION = "simple"


class Indexer(ChineseIndexerMixin, postgres.ObjectIndexer):
    """Values of one object as words."""


class Index(ChineseIndexMixin, postgres.PostgresIndex):
    """The index table with its text-search vectors."""

    indexer_class = Indexer
    text_fields = tuple(
        field.name
        for field in IndexEntry._meta.concrete_fields
        if field.name in {"title", "autocomplete", "body", "title_text", "body_text"}
    )


class _Phrases:
    """Each term of a query is a phrase; of an autocomplete query the last word may be unfinished."""

    LAST_TERM_IS_PREFIX = False

    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        if isinstance(query, Phrase):
            return SearchQuery(Lexeme(indexed(query.query_string), invert=invert), search_type="raw", config=config)
        if not isinstance(query, PlainText):
            return super().build_tsquery_content(query, config=config, invert=invert)  # type: ignore[misc]
        *first, last = phrases(query.query_string)
        terms = [Lexeme(term, invert=invert) for term in first]
        terms.append(Lexeme(last, invert=invert, prefix=self.LAST_TERM_IS_PREFIX))
        wants_all = (query.operator.lower() == "and") != invert
        return SearchQuery(reduce(and_ if wants_all else or_, terms), search_type="raw", config=config)

    def get_search_vectors(self, search_query: Any) -> list:
        """The indexed vectors, also for a search in named fields, whose columns hold unspaced text."""
        if self.fields is not None and set(self.fields) == {"title"} and not self.LAST_TERM_IS_PREFIX:
            return [(F("index_entries__title"), F("index_entries__title_norm"))]
        return self.get_index_vectors(search_query)

    def search(self, config: Any, start: int, stop: int, score_field: str | None = None, backend: Any = None) -> Any:
        if isinstance(self.query, PlainText | Phrase) and not phrases(self.query.query_string):
            return self.queryset.none()
        return super().search(config, start, stop, score_field=score_field, backend=backend)  # type: ignore[misc]


class QueryCompiler(_Phrases, postgres.PostgresSearchQueryCompiler):
    """Searches title and text."""


class AutocompleteQueryCompiler(_Phrases, postgres.PostgresAutocompleteQueryCompiler):
    """Searches the autocomplete fields."""

    LAST_TERM_IS_PREFIX = True


class PostgresBackend(postgres.PostgresSearchBackend):
    """Wagtail's PostgreSQL search with Chinese words."""

    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    index_class = Index

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({"SEARCH_CONFIG": CONFIGURATION, **params})
