"""Optimal one-to-one assignment in which staying alone is always possible."""

from collections.abc import Sequence

_LONELY = 1e-9


def assign(values: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row → column so that the sum of ``values`` is largest; a pair worth nothing is not made.

    Rows are reference points, columns candidates. A null column per row lets a point stay without a candidate.
    """
    import numpy
    from scipy.optimize import linear_sum_assignment

    if not values or not values[0]:
        return {}
    table = numpy.asarray(values, dtype=float)
    rows, columns = table.shape
    padded = numpy.hstack([table, numpy.full((rows, rows), _LONELY)])
    chosen_rows, chosen_columns = linear_sum_assignment(padded, maximize=True)
    return {
        int(row): int(column)
        for row, column in zip(chosen_rows, chosen_columns, strict=True)
        if column < columns and table[row, column] > _LONELY
    }
