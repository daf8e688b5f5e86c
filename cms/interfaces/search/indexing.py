"""Writing the index, the same for both databases."""

from collections.abc import Iterable
from typing import Any

from modelsearch.conf import get_app_config
from modelsearch.utils import get_content_type_pk

from cms.interfaces.search.text import BREAK, indexed

IndexEntry = get_app_config().get_model("IndexEntry", require_ready=False)


class ChineseIndexerMixin:
    """An ``ObjectIndexer`` whose values are words; put it before the indexer of the database."""

    def prepare_value(self, value: Any) -> str:
        return f"{indexed(super().prepare_value(value))} {BREAK}"  # type: ignore[misc]


class ChineseIndexMixin:
    """An index that uses ``indexer_class``; put it before the index of the database."""

    indexer_class: type
    text_fields: tuple[str, ...] = ("title", "autocomplete", "body")

    def add_items(self, model: Any, objs: Iterable[Any]) -> None:
        """Insert or replace the entries of ``objs`` in one statement; nothing is shared between threads."""
        if not model.get_search_fields():
            return
        content_type = get_content_type_pk(model)
        indexers = {indexer.id: indexer for indexer in (self.indexer_class(obj, self.backend) for obj in objs)}
        if not indexers:
            return
        IndexEntry._default_manager.using(self.write_connection.alias).bulk_create(
            [self._entry(content_type, indexer) for indexer in indexers.values()],
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=["title_norm", *self.text_fields],
        )
        self._refresh_title_norms()

    def _entry(self, content_type: int, indexer: Any) -> Any:
        texts = {name: getattr(indexer, name) for name in self.text_fields}
        return IndexEntry(content_type_id=content_type, object_id=indexer.id, title_norm=1.0, **texts)
