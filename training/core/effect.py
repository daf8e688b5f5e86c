"""Did a training help? Share of cases with the trained defects, before and after, trained against untrained.

Intervals: Wilson's score interval for one share; Newcombe's method 10 for the difference of two shares (Newcombe,
Statistics in Medicine 17, 1998, 857 and 873); the same recovery of variances for the difference of two differences
(Zou and Donner, Statistics in Medicine 27, 2008, 1693). 95 % unless told. Nothing here proves a cause.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

Z95 = 1.959963984540054
SMALLEST = 10


@dataclass(frozen=True)
class Share:
    """``hits`` of ``n`` cases have the defect."""

    hits: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.hits <= self.n:
            raise ValueError("A share needs 0 <= hits <= n.")

    @property
    def rate(self) -> float | None:
        return self.hits / self.n if self.n else None


@dataclass(frozen=True)
class Interval:
    """An estimate with its lower and upper bound."""

    estimate: float
    low: float
    high: float

    @property
    def includes_zero(self) -> bool:
        return self.low <= 0 <= self.high


@dataclass(frozen=True)
class Change:
    """One group before and after. ``hidden`` when either side has too few cases: then nothing else is given."""

    before: Share
    after: Share
    hidden: bool
    before_interval: Interval | None = None
    after_interval: Interval | None = None
    difference: Interval | None = None


def wilson(share: Share, z: float = Z95) -> Interval:
    """Wilson's score interval. Raises ``ValueError`` for an empty sample."""
    if share.n == 0:
        raise ValueError("There is no share of nothing.")
    p, n = share.hits / share.n, share.n
    scale = 1 + z * z / n
    centre = (p + z * z / (2 * n)) / scale
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
    return Interval(p, max(0.0, centre - half), min(1.0, centre + half))


def newcombe(first: Share, second: Share, z: float = Z95) -> Interval:
    """Interval for rate of ``first`` minus rate of ``second``."""
    return minus(wilson(first, z), wilson(second, z))


def minus(first: Interval, second: Interval) -> Interval:
    """Interval of the difference of two independent estimates, recovered from their own intervals."""
    difference = first.estimate - second.estimate
    low = difference - sqrt((first.estimate - first.low) ** 2 + (second.high - second.estimate) ** 2)
    high = difference + sqrt((first.high - first.estimate) ** 2 + (second.estimate - second.low) ** 2)
    return Interval(difference, low, high)


def change(before: Share, after: Share, smallest: int = SMALLEST) -> Change:
    """After minus before: negative means fewer defects. Below ``smallest`` cases on either side it is hidden."""
    if min(before.n, after.n) < max(smallest, 1):
        return Change(before, after, hidden=True)
    return Change(before, after, False, wilson(before), wilson(after), newcombe(after, before))


def beyond(trained: Change, untrained: Change) -> Interval | None:
    """Change of the trained minus change of the untrained (difference in differences); None if one is hidden."""
    if trained.difference is None or untrained.difference is None:
        return None
    return minus(trained.difference, untrained.difference)


@dataclass(frozen=True)
class CaseFact:
    """An evaluated case as far as the comparison needs it."""

    trained: bool
    after: bool
    codes: frozenset[str]


def count(cases: Iterable[CaseFact], codes: frozenset[str], trained: bool) -> tuple[Share, Share]:
    """Shares before and after of one group: cases with at least one of ``codes``."""
    hits, n = [0, 0], [0, 0]
    for case in cases:
        if case.trained == trained:
            n[case.after] += 1
            hits[case.after] += bool(case.codes & codes)
    return Share(hits[0], n[0]), Share(hits[1], n[1])
