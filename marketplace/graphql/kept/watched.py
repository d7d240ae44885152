"""A table whose changes are told, and what a statement has read of such tables."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

Read = tuple[str, str | None]
"""A table and a value of its key column; nothing: rows of any."""
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_SELECT = re.compile(r"\bSELECT\b")


@dataclass(frozen=True, slots=True)
class Watched:
    """``key``: the column by whose values the table is mostly read; ``turns``: columns with moments at which what is
    shown changes by itself; ``ignored``: columns that no answer is made of."""

    table: str
    key: str | None = None
    turns: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


def reads_of(
    statements: Iterable[tuple[str, Sequence[Any]]], watched: Mapping[str, Watched], tables: frozenset[str]
) -> frozenset[Read] | None:
    """What the statements depend on; nothing where one reads one of ``tables`` that is not watched, or writes."""
    found: set[Read] = set()
    for sql, params in statements:
        mentioned = _mentioned(sql, tables)
        if mentioned is None or any(table not in watched for table in mentioned):
            return None
        for table in mentioned:
            found |= _reads(sql, params, watched[table], alone=len(mentioned) == 1)
    return frozenset(found)


@lru_cache(maxsize=2000)
def _mentioned(sql: str, tables: frozenset[str]) -> frozenset[str] | None:
    if not sql.lstrip("( ").upper().startswith(("SELECT", "WITH")) or "FOR UPDATE" in sql:
        return None
    return tables.intersection(_WORD.findall(sql))


def _reads(sql: str, params: Sequence[Any], of: Watched, *, alone: bool) -> set[Read]:
    """Rows of some keys where that is all that the statement can find, else any."""
    place = _key_place(sql, of.table, of.key) if alone and of.key is not None else None
    if place is None:
        return {(of.table, None)}
    values: list[Any] = []
    for param in list(params)[place[0] : place[0] + place[1]]:
        values += param if isinstance(param, list | tuple) else [param]
    return {(of.table, str(value)) for value in values}


@lru_cache(maxsize=2000)
def _key_place(sql: str, table: str, key: str) -> tuple[int, int] | None:
    """Which parameters are the keys: from, and how many. Only for a condition that every row has to fulfil."""
    column = rf'"{table}"\."{key}" (?:= ANY\(%s\)|IN \((%s(?:, %s)*)\)|= %s(?![\w:]))'
    found = re.search(column, sql)
    if found is None or len(_SELECT.findall(sql)) != 1 or " OR " in sql or " JOIN " in sql or "UNION" in sql:
        return None
    start = sql.find(" WHERE ")
    if start < 0 or found.start() < start or _is_denied(sql[start : found.start()]):
        return None
    before = sql[: found.start()].replace("%%", "").count("%s")
    return before, (found[1] or "%s").count("%s")


def _is_denied(text: str) -> bool:
    """Whether a parenthesis that is open at the end of ``text`` stands after NOT."""
    opened: list[bool] = []
    for place, sign in enumerate(text):
        if sign == "(":
            opened.append(text[:place].rstrip().endswith("NOT"))
        elif sign == ")" and opened:
            opened.pop()
    return any(opened)
