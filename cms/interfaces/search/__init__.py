"""Full-text search that understands Chinese, on SQLite (FTS5) and PostgreSQL.

Both databases cut text at blanks, and Chinese has none. So each Han character is indexed as a word of its own and each
term of a query becomes a phrase of such words. No dictionary is involved: new words need no re-indexing.
"""

from typing import Any

from django.db import connection


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that Wagtail looks for
    """The backend for the database in use."""
    if connection.vendor == "postgresql":
        from cms.interfaces.search.postgres import PostgresBackend

        return PostgresBackend(params)
    from cms.interfaces.search.sqlite import SQLiteBackend

    return SQLiteBackend(params)
