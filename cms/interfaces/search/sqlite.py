"""Chinese search on SQLite's FTS5."""

from functools import reduce
from operator import and_, or_
from typing import Any

from modelsearch.backends.database.sqlite import sqlite
from modelsearch.backends.database.sqlite.query import Lexeme, SearchQueryExpression
from modelsearch.query import Phrase, PlainText

from cms.interfaces.search.indexing import ChineseIndexerMixin, ChineseIndexMixin
from cms.interfaces.search.text import indexed, phrases


class Indexer(ChineseIndexerMixin, sqlite.ObjectIndexer):
    """Values of one object as words."""


class Index(ChineseIndexMixin, sqlite.SQLiteIndex):
    """The FTS5 table, kept in step by the triggers of the index table."""

    indexer_class = Indexer


class _Phrases:
    """Each term of a query is a phrase; of an autocomplete query the last word may be unfinished."""

    LAST_TERM_IS_PREFIX = False

    def build_search_query_content(self, query: Any, config: Any = None) -> Any:
        if isinstance(query, Phrase):
            return SearchQueryExpression(Lexeme(indexed(query.query_string)), config=config)
        if not isinstance(query, PlainText):
            return super().build_search_query_content(query, config=config)  # type: ignore[misc]
        *first, last = [Lexeme(term) for term in phrases(query.query_string)]
        last.prefix = self.LAST_TERM_IS_PREFIX
        join = or_ if query.operator.upper() == "OR" else and_
        return SearchQueryExpression(reduce(join, [*first, last]), config=config)

    def search(self, config: Any, start: int, stop: int, score_field: str | None = None) -> Any:
        if isinstance(self.query, PlainText | Phrase) and not phrases(self.query.query_string):
            return self.queryset.none()
        return super().search(config, start, stop, score_field=score_field)  # type: ignore[misc]


class QueryCompiler(_Phrases, sqlite.SQLiteSearchQueryCompiler):
    """Searches title and text."""


class AutocompleteQueryCompiler(_Phrases, sqlite.SQLiteAutocompleteQueryCompiler):
    """Searches the autocomplete fields."""

    LAST_TERM_IS_PREFIX = True


class SQLiteBackend(sqlite.SQLiteSearchBackend):
    """Wagtail's SQLite search with Chinese words."""

    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    index_class = Index
