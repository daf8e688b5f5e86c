"""Database settings from one URL: SQLite with durable pragmas, or pooled PostgreSQL."""

import environ

# WAL + IMMEDIATE + FULL: with Django's default BEGIN DEFERRED concurrent writers lose saves to
# "database is locked"; with NORMAL a power cut may take back acknowledged commits.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


def database(url: str) -> dict:
    """Django's settings for ``url`` (``sqlite:///…`` or ``postgresql://…``)."""
    settings = environ.Env.db_url_config(url)
    if settings["ENGINE"].endswith("sqlite3"):
        settings["OPTIONS"] = SQLITE_OPTIONS
    elif settings["ENGINE"].endswith("postgresql"):
        settings["CONN_MAX_AGE"] = 0  # the pool keeps connections, Django must not
        settings["OPTIONS"] = {**settings.get("OPTIONS", {}), "pool": True}
    return settings
