"""Parts of a list as tabs: ``?show=<name>``."""

from collections.abc import Mapping, Sized
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Tab:
    """One part with the number of its rows."""

    label: Any
    url: str
    count: int
    current: bool


def tabs(labels: Mapping[str, Any], parts: Mapping[str, Sized], show: str | None) -> list[Tab]:
    """A tab for every label, in their order."""
    return [Tab(label, f"?show={name}", len(parts[name]), name == show) for name, label in labels.items()]
