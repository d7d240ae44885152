"""``withhold``: which figures of a table must not be told.

1. Primary: figures behind which there are fewer than 5 sellers or fewer than 5 buyers, or of which one seller makes
   more than 85 %. Zeros are told.
2. Complementary, until nothing is left to do:
   a. a withheld figure that the sums would tell: the cheapest way of further figures through which it can have another
      value (see ``table``);
   b. a line whose sum is told and whose withheld parts have together fewer than 5 sellers or buyers: the smallest
      other part of it as well.

Quotes asked from NL 8, BE 3, JP 6, in all 17, by as many buyers of as many sellers: BE is small; since 17 − 8 − 6 is 3,
JP is withheld as well, being the smaller of the others. What is told is NL 8 and 17 in all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from marketplace.indicators.definition import Cell, Key
from marketplace.indicators.disclosure.table import THRESHOLD, Node, Table, small, table_of
from marketplace.indicators.disclosure.ways import arcs_of, can_move, cheapest_way


def withhold(
    cells: Iterable[Cell],
    *,
    is_additive: bool,
    whole: bool,
    always: Collection[Key] = (),
    favoured: Collection[Key] = (),
) -> frozenset[Key]:
    """``whole``: figures are counts. ``always`` stays withheld, whatever it is now: an earlier version of the same
    figures withheld it. ``favoured`` were withheld last time, and are taken before others."""
    known = list(cells)
    hidden = {cell.key for cell in known if small(cell) or cell.key in always}
    if not is_additive or not known or not known[0].key:
        return frozenset(hidden)
    table = table_of(known, whole=whole)
    hidden_before = -1
    while hidden_before != len(hidden):
        hidden_before = len(hidden)
        _let_move(table, hidden, favoured)
        _make_large(table, hidden, favoured)
    return frozenset(hidden)


def _let_move(table: Table, hidden: set[Key], favoured: Collection[Key]) -> None:
    everywhere = arcs_of(table, table.cells)
    arcs = arcs_of(table, hidden & table.cells.keys())
    for key in sorted(hidden & table.cells.keys()):
        if not can_move(table, key, arcs):
            hidden |= cheapest_way(table, key, hidden, favoured, everywhere)
            arcs = arcs_of(table, hidden & table.cells.keys())


def _make_large(table: Table, hidden: set[Key], favoured: Collection[Key]) -> None:
    for node in table.lines():
        while (more := _missing(table, node, hidden, favoured)) is not None:
            hidden.add(more)


def _missing(table: Table, node: Node, hidden: set[Key], favoured: Collection[Key]) -> Key | None:
    """A further part to withhold, where those withheld are together too few."""
    margin = table.margin(node)
    parts = [key for key in table.line(node) if key != margin]
    kept = [key for key in parts if key in hidden]
    told = [key for key in parts if key not in hidden]
    if not kept or not told or margin in hidden or margin not in table.cells:
        return None
    if min(_behind(table, margin, kept, told)) >= THRESHOLD:
        return None
    return min(told, key=lambda key: (key not in favoured, min(table.cells[key].contributors), key))


def _behind(table: Table, margin: Key, kept: list[Key], told: list[Key]) -> list[int]:
    """At least how many of each kind are behind the withheld parts together: no fewer than behind the largest of them,
    nor than behind the sum less those behind the parts that are told."""
    kinds = range(len(table.cells[margin].contributors))
    return [
        max(
            max(table.cells[key].contributors[kind] for key in kept),
            table.cells[margin].contributors[kind] - sum(table.cells[key].contributors[kind] for key in told),
        )
        for kind in kinds
    ]
