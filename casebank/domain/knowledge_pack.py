"""Storing the starter pack. Knows no model of its own, so that a migration can use it with historical ones."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from casebank.core.knowledge_pack import PackList, PackRow, merge, plain

PARENT_OF = {"DocumentSection": ("document_type", "DocumentType")}


@dataclass
class Count:
    """Rows of one list: made, changed, left as they are; ``edited`` of them hold local edits."""

    created: int = 0
    updated: int = 0
    kept: int = 0
    edited: int = 0


def write_pack(lists: Iterable[PackList], get_model: Callable[[str], Any]) -> dict[str, dict[str, int]]:
    """Store ``lists`` by code; a field that was edited here stays. ``get_model`` gives the table of a model name.

    Returns the counts per list. Must run inside a transaction. Rows that the pack no longer holds stay as well.
    """
    return {item.name: asdict(_write(item, get_model)) for item in lists}


def _write(item: PackList, get_model: Callable[[str], Any]) -> Count:
    model = get_model(item.model)
    standing = {row.code: row for row in model._default_manager.all()}
    parents = _parents(item.model, get_model)
    count = Count()
    fresh = []
    for row in item.rows:
        if row.code not in standing:
            fresh.append(_new(model, row, parents))
        else:
            _refresh(standing[row.code], row, count)
    model._default_manager.bulk_create(fresh)
    count.created = len(fresh)
    return count


def _parents(name: str, get_model: Callable[[str], Any]) -> tuple[str, dict[str, Any]]:
    if name not in PARENT_OF:
        return "", {}
    field, parent = PARENT_OF[name]
    return field, {row.code: row for row in get_model(parent)._default_manager.all()}


def _new(model: Any, row: PackRow, parents: tuple[str, dict[str, Any]]) -> Any:
    field, by_code = parents
    own = {field: by_code[row.parent]} if field else {}
    values = _known(model, row)
    return model(code=row.code, shipped={name: plain(value) for name, value in values.items()}, **values, **own)


def _refresh(standing: Any, row: PackRow, count: Count) -> None:
    delivered = _known(type(standing), row)
    result = merge({name: getattr(standing, name) for name in delivered}, standing.shipped, delivered)
    shipped = {name: plain(value) for name, value in delivered.items()}
    if result.changes or shipped != standing.shipped:
        for name, value in {**result.changes, "shipped": shipped}.items():
            setattr(standing, name, value)
        standing.save(update_fields=[*result.changes, "shipped"])
    count.updated += bool(result.changes)
    count.kept += not result.changes
    count.edited += bool(result.edited)


def _known(model: Any, row: PackRow) -> dict[str, Any]:
    """The delivered fields that the table has; an older table may lack some."""
    names = {field.name for field in model._meta.concrete_fields}
    return {name: value for name, value in row.fields.items() if name in names}
