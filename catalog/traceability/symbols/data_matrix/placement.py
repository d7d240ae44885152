"""Where each bit of each code word goes (ISO/IEC 16022, annex F): diagonals up and down, four odd corners."""

from __future__ import annotations

from functools import cache

Bit = tuple[int, int]
"""Which word, and which of its bits from the highest, 1 to 8; word 0 is always dark or always light."""

_UTAH = ((-2, -2), (-2, -1), (-1, -2), (-1, -1), (-1, 0), (0, -2), (0, -1), (0, 0))
_CORNERS = (
    ((-1, 0), (-1, 1), (-1, 2), (0, -2), (0, -1), (1, -1), (2, -1), (3, -1)),
    ((-3, 0), (-2, 0), (-1, 0), (0, -4), (0, -3), (0, -2), (0, -1), (1, -1)),
    ((-3, 0), (-2, 0), (-1, 0), (0, -2), (0, -1), (1, -1), (2, -1), (3, -1)),
    ((-1, 0), (-1, -1), (0, -3), (0, -2), (0, -1), (1, -3), (1, -2), (1, -1)),
)
"""Rows and columns of the bits of the words that are broken over two corners; negative ones count from the end."""


@cache
def placement(side: int) -> tuple[tuple[Bit, ...], ...]:
    """For a mapping matrix of so many rows and columns."""
    return _Placing(side).placed()


class _Placing:
    def __init__(self, side: int) -> None:
        self.side = side
        self.cells: dict[tuple[int, int], Bit] = {}
        self.word = 0

    def placed(self) -> tuple[tuple[Bit, ...], ...]:
        row, column = 4, 0
        while row < self.side or column < self.side:
            self._corner(row, column)
            row, column = self._sweep(row, column, up=True)
            row, column = row + 1, column + 3
            row, column = self._sweep(row, column, up=False)
            row, column = row + 3, column + 1
        self._last_corner()
        return tuple(tuple(self.cells[row, column] for column in range(self.side)) for row in range(self.side))

    def _sweep(self, row: int, column: int, *, up: bool) -> tuple[int, int]:
        step = -2 if up else 2
        while True:
            if 0 <= row < self.side and 0 <= column < self.side and (row, column) not in self.cells:
                self._next([(row + down, column + right) for down, right in _UTAH])
            row, column = row + step, column - step
            if (row < 0 or column >= self.side) if up else (row >= self.side or column < 0):
                return row, column

    def _corner(self, row: int, column: int) -> None:
        side = self.side
        conditions = (
            row == side and column == 0,
            row == side - 2 and column == 0 and side % 4 != 0,
            row == side - 2 and column == 0 and side % 8 == 4,
            row == side + 4 and column == 2 and side % 8 == 0,
        )
        for holds, corner in zip(conditions, _CORNERS, strict=True):
            if holds:
                self._next([(down % side, right % side) for down, right in corner])

    def _next(self, cells: list[tuple[int, int]]) -> None:
        self.word += 1
        for bit, (row, column) in enumerate(cells, start=1):
            self.cells[self._inside(row, column)] = (self.word, bit)

    def _inside(self, row: int, column: int) -> tuple[int, int]:
        """What leaves at the top or left comes in on the other side, shifted."""
        shift = 4 - (self.side + 4) % 8
        if row < 0:
            row, column = row + self.side, column + shift
        if column < 0:
            row, column = row + shift, column + self.side
        return row, column

    def _last_corner(self) -> None:
        last = self.side - 1
        if (last, last) not in self.cells:
            for row, column in ((last, last), (last - 1, last - 1)):
                self.cells[row, column] = (0, 1)
            for row, column in ((last, last - 1), (last - 1, last)):
                self.cells[row, column] = (0, 0)
