"""A table of figures as a graph, in which what its sums tell of a withheld figure can be seen.

Each line of a table (a row, a column, the sums of either) says: parts minus their sum is nothing. A figure lies in one
row and one column, so it is an edge between two nodes; a table of one dimension is two nodes with all edges between
them. A withheld figure can have another value exactly if some way leads from one of its ends back to the other through
withheld figures that can move, too: up always, down only if they stay above nothing (D. Gusfield, "A graph theoretic
approach to statistical data security", SIAM Journal on Computing 17, 1988).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from marketplace.indicators.definition import ALL, Cell, Key

Node = tuple[str, str]
THRESHOLD = 5
"""Fewer sellers or buyers than this behind a figure, and it is not told."""
DOMINANCE = Decimal("0.85")
"""One seller with more than this part of an amount, and it is not told."""


@dataclass(frozen=True, slots=True)
class Table:
    """Without zeros: that nobody did anything is no secret, and hides nothing."""

    cells: Mapping[Key, Cell]
    least: Decimal
    """What the smallest figure above zero is: 1 of things that are counted, 0 of amounts."""

    def ends(self, key: Key) -> tuple[Node, Node]:
        """The row and the column it lies in."""
        row, column = key if len(key) == 2 else ("", "")
        return ("row", row), ("column", column)

    def line(self, node: Node) -> list[Key]:
        return [key for key in self.cells if node in self.ends(key)]

    def lines(self) -> list[Node]:
        return sorted({node for key in self.cells for node in self.ends(key)})

    def margin(self, node: Node) -> Key:
        """The sum of a line."""
        if all(len(key) < 2 for key in self.cells):
            return (ALL,)
        return (node[1], ALL) if node[0] == "row" else (ALL, node[1])

    def moves(self, key: Key) -> Iterator[tuple[Node, Node]]:
        """From which end to which it can give way: from row to column by a higher value, back by a lower one.

        A sum stands on the other side of its line's equation: the other way round; a sum of sums as a part again.
        """
        row, column = self.ends(key)
        ahead, back = (row, column), (column, row)
        higher, lower = (back, ahead) if key.count(ALL) == 1 else (ahead, back)
        yield higher
        if self.cells[key].value > self.least:
            yield lower


def small(cell: Cell) -> bool:
    """Too few are behind it, or one of them is most of it."""
    return bool(cell.contributors) and (min(cell.contributors) < THRESHOLD or cell.largest_share > DOMINANCE)


def table_of(cells: Iterable[Cell], *, whole: bool) -> Table:
    return Table({cell.key: cell for cell in cells if cell.value}, Decimal(1 if whole else 0))
