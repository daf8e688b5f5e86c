"""The search index of pages that migrations made."""

from django.db import connection
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object

from cms.models import HomePage

DEEPEST = 3


def index_pages_of_migrations() -> int:
    """Index the home page and the lists under it where that is still missing; returns how many were added.

    Migrations work with historical models, which Wagtail does not index. Before all tables exist nothing happens.
    """
    if HomePage._meta.db_table not in connection.introspection.table_names():
        return 0
    pages = Page.objects.live().filter(depth__gt=1, depth__lte=DEEPEST).specific()
    missing = [page for page in pages if not page.index_entries.exists()]
    for page in missing:
        insert_or_update_object(page)
    return len(missing)
