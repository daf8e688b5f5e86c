"""Two lists of elements as multisets: what is lost, what is extra, and which replaced which."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Item:
    """One compared element: ``key`` decides equality, ``label`` is shown, offsets point into the section's text."""

    key: Hashable
    label: str
    start: int
    end: int


def difference(want: Sequence[Item], have: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """(lost, extra) as multisets. Among equal extras the ones without a counterpart at the same rank come last."""
    mine, theirs = Counter(i.key for i in want), Counter(i.key for i in have)
    return _surplus(want, mine - theirs, have), _surplus(have, theirs - mine, want)


def _surplus(items: Sequence[Item], surplus: Counter[Any], others: Sequence[Item]) -> list[Item]:
    """The surplus items; with several of one key, those whose neighbours differ from the other side first."""
    pairs = Counter(_neighbours(others))
    ranked = sorted(range(len(items)), key=lambda at: (pairs[_neighbours(items)[at]] > 0, -at))
    left, chosen = Counter(surplus), []
    for at in ranked:
        if left[items[at].key] > 0:
            left[items[at].key] -= 1
            chosen.append(at)
    return [items[at] for at in sorted(chosen)]


def _neighbours(items: Sequence[Item]) -> list[tuple[Any, Any]]:
    keys = [item.key for item in items]
    return list(zip([None, *keys], keys, strict=False))


def paired(
    lost: list[Item], extra: list[Item], likeness: Callable[[Item, Item], float]
) -> Iterator[tuple[Item | None, Item | None]]:
    """Each lost item with the extra item most like it; what is left over stands alone."""
    rest = list(extra)
    for old in lost:
        fit = max(rest, key=lambda new: (likeness(old, new), -new.start), default=None)
        if fit is not None and likeness(old, fit) > -5:
            rest.remove(fit)
            yield old, fit
        else:
            yield old, None
    for new in rest:
        yield None, new
