"""Linear-time measures of overlap between two normalised texts. They describe; alone they never decide a mark."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence


def common_length(first: str, second: str) -> int:
    """Length of the longest common subsequence, bit-parallel (Hyyrö 2004)."""
    masks: dict[str, int] = defaultdict(int)
    for at, char in enumerate(first):
        masks[char] |= 1 << at
    row = full = (1 << len(first)) - 1
    for char in second:
        hit = row & masks.get(char, 0)
        row = ((row + hit) | (row - hit)) & full
    return len(first) - row.bit_count()


def grams(text: str, sizes: Sequence[int] = (1, 2, 3)) -> Counter[str]:
    """Character n-grams with counts."""
    return Counter(text[at : at + size] for size in sizes for at in range(len(text) - size + 1))


def cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """Cosine of two sparse vectors; 0 when one is empty."""
    dot = sum(value * second[key] for key, value in first.items() if key in second)
    norm = math.sqrt(sum(v * v for v in first.values()) * sum(v * v for v in second.values()))
    return dot / norm if norm else 0.0


def containment(wanted: str, text: str, size: int = 2) -> float:
    """Share of the n-grams of ``wanted`` that occur in ``text``."""
    parts = {wanted[at : at + size] for at in range(len(wanted) - size + 1)} or ({wanted} if wanted else set())
    return sum(part in text for part in parts) / len(parts) if parts else 0.0
