"""Moving a row up or down among its neighbours."""

from typing import Any


def shift(rows: Any, row: Any, step: int) -> None:
    """Exchange ``row`` with its neighbour (``step`` −1 up, +1 down) and number ``rows`` from 1; ends stay ends.

    Written in two passes, so that a unique constraint on the order never meets two equal numbers.
    """
    ordered = list(rows.order_by("order", "pk"))
    here = next(index for index, one in enumerate(ordered) if one.pk == row.pk)
    there = here + step
    if 0 <= there < len(ordered):
        ordered[here], ordered[there] = ordered[there], ordered[here]
    renumber(ordered)


def close_gaps(rows: Any) -> None:
    """Number ``rows`` from 1 in their present order."""
    renumber(list(rows.order_by("order", "pk")))


def renumber(ordered: list[Any]) -> None:
    model = type(ordered[0]) if ordered else None
    for base in (1000, 0):
        for number, one in enumerate(ordered, start=1):
            one.order = base + number
        if model:
            model.objects.bulk_update(ordered, ["order"])
