"""A run of days that a report looks at, and the one of equal length before it."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """From ``start`` to ``end``, both included. Raises ``ValueError`` when it ends before it starts."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("A period cannot end before it starts.")

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def previous(self) -> "Period":
        """The period of equal length that ends the day before this one starts."""
        end = self.start - timedelta(days=1)
        return Period(end - timedelta(days=self.days - 1), end)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end


def last_months(today: date, months: int = 12) -> Period:
    """The ``months`` months that end with ``today``."""
    total = today.year * 12 + today.month - 1 - months
    year, month = divmod(total, 12)
    return Period(_in_month(year, month + 1, today.day) + timedelta(days=1), today)


def _in_month(year: int, month: int, day: int) -> date:
    """That day of the month, or the last one of a shorter month."""
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day - 1), first_of_next - timedelta(days=1))


def whole_months(earlier: date, later: date) -> int:
    """Calendar months between the months of two days: 31 January to 1 February is one."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month
