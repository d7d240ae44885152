"""Statements that a connection of psycopg has prepared: named once, then run with new values in one message.

Values go as text with the type that Python's has, lists as arrays. Where psycopg would say BEGIN before a statement,
so does this.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

import psycopg
from psycopg.adapt import Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus
from psycopg.types.datetime import TimestamptzLoader

MOST = 400
"""Statements that one connection keeps; what comes after them is sent as psycopg always does."""
_PLACE = "_written_statements"
"""The connection's attribute for its session: they refer to each other, and go together."""
_UNTYPED = 0
"""The column that it is compared with decides."""
# The numbers of types are PostgreSQL's own (pg_type.dat).
_SCALARS: dict[type, tuple[int, Callable[[Any], str]]] = {
    bool: (16, lambda value: "t" if value else "f"),
    int: (20, str),
    str: (_UNTYPED, str),
    date: (1082, date.isoformat),
    datetime: (1184, datetime.isoformat),
    Decimal: (1700, str),
    UUID: (2950, str),
}
_ARRAYS = {int: 1016, str: _UNTYPED, UUID: 2951}
_QUOTED = re.compile(r'(["\\])')


class NotPrepared(Exception):
    """This statement or one of its values has to go another way."""


def read(raw: "psycopg.Connection[Any]", sql: str, params: Sequence[Any]) -> list[Sequence[Any]]:
    """All rows. Raises `NotPrepared` before anything is sent, and psycopg's errors."""
    session = vars(raw).get(_PLACE) or vars(raw).setdefault(_PLACE, _Session(raw))
    if not raw.autocommit and raw.pgconn.transaction_status == TransactionStatus.IDLE:
        _begin(raw)
    return session.read(sql, params)


def _begin(raw: "psycopg.Connection[Any]") -> None:
    """As psycopg begins a transaction, where nothing more than that is asked for."""
    if raw.isolation_level is not None or raw.read_only is not None or raw.deferrable is not None:
        raise NotPrepared
    _done(raw.pgconn, b"BEGIN")


def _done(pgconn: Any, command: bytes) -> None:
    result = pgconn.exec_(command)
    if result.status != ExecStatus.COMMAND_OK:
        raise _failure(pgconn, result)


class _Session:
    def __init__(self, raw: "psycopg.Connection[Any]") -> None:
        self._pgconn = raw.pgconn
        self._rows = _rows_of(raw)
        self._names: dict[tuple[str, tuple[int, ...]], bytes | None] = {}

    def read(self, sql: str, params: Sequence[Any]) -> list[Sequence[Any]]:
        sent = [_sent(param) for param in params]
        types = tuple(oid for oid, _text in sent)
        name = self._names.get((sql, types)) or self._prepared(sql, types)
        texts: list[Any] = [text for _oid, text in sent]  # psycopg's types know no NULL
        result = self._pgconn.exec_prepared(name, texts)
        if result.status != ExecStatus.TUPLES_OK:
            raise _failure(self._pgconn, result)
        self._rows.set_pgresult(result)
        rows: list[Any] = self._rows.load_rows(0, result.ntuples, tuple)
        return rows

    def _prepared(self, sql: str, types: tuple[int, ...]) -> bytes:
        broken = self._pgconn.transaction_status == TransactionStatus.INERROR
        if broken or (sql, types) in self._names or len(self._names) >= MOST:
            raise NotPrepared
        name = f"written_{len(self._names)}".encode()
        result = self._tried(name, _numbered(sql), types)
        if self._pgconn.status != ConnStatus.OK:
            raise _failure(self._pgconn, result)
        # What can't be prepared, for want of a type for example, is told apart once.
        self._names[sql, types] = name if result.status == ExecStatus.COMMAND_OK else None
        if result.status != ExecStatus.COMMAND_OK:
            raise NotPrepared
        return name

    def _tried(self, name: bytes, sql: bytes, types: tuple[int, ...]) -> Any:
        """Inside a transaction under a savepoint, so that what can't be prepared doesn't spoil the whole."""
        if self._pgconn.transaction_status != TransactionStatus.INTRANS:
            return self._pgconn.prepare(name, sql, types)
        _done(self._pgconn, b"SAVEPOINT preparing")
        result = self._pgconn.prepare(name, sql, types)
        if self._pgconn.status == ConnStatus.OK and result.status != ExecStatus.COMMAND_OK:
            _done(self._pgconn, b"ROLLBACK TO SAVEPOINT preparing")
        if self._pgconn.status == ConnStatus.OK:
            _done(self._pgconn, b"RELEASE SAVEPOINT preparing")
        return result


def _rows_of(raw: "psycopg.Connection[Any]") -> Any:
    """Django reads moments in Python to put them into its zone; in UTC psycopg's own reader, in C, gives the same."""
    if raw.info.parameter_status("TimeZone") != "UTC":
        return Transformer(raw)
    cursor = raw.cursor()  # whose readers are its own
    cursor.adapters.register_loader("timestamptz", TimestamptzLoader)
    return Transformer(cursor)


def _failure(pgconn: Any, result: Any) -> psycopg.Error:
    if pgconn.status != ConnStatus.OK:
        return psycopg.OperationalError(pgconn.get_error_message())
    return error_from_result(result)


def _sent(value: Any) -> tuple[int, bytes | None]:
    """The number of the type and the text of a value."""
    if value is None:
        return _UNTYPED, None
    kind = type(value)
    if kind is list:
        return _array(value)
    found = _SCALARS.get(kind)
    if found is None:
        raise NotPrepared
    return found[0], _bytes(found[1](value))


def _array(values: list[Any]) -> tuple[int, bytes]:
    kinds = set(map(type, values))
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind not in _ARRAYS:
        raise NotPrepared
    if kind is str:
        texts = '"' + '","'.join(values if _are_plain(values) else map(_escaped, values)) + '"'
    else:
        texts = ",".join(map(str, values))
    return _ARRAYS[kind], _bytes("{" + texts + "}")


def _are_plain(values: list[str]) -> bool:
    return _QUOTED.search("".join(values)) is None


def _escaped(value: str) -> str:
    return _QUOTED.sub(r"\\\1", value)


def _bytes(text: str) -> bytes:
    if "\x00" in text:  # where C ends a text
        raise psycopg.DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")
    return text.encode()


@lru_cache(maxsize=2000)
def _numbered(sql: str) -> bytes:
    """``%s`` one after the other as ``$1``, ``$2``, and ``%%`` as the sign itself."""
    parts = re.split(r"(%%|%s)", sql)
    number = 0
    for place, part in enumerate(parts):
        if part == "%s":
            number += 1
            parts[place] = f"${number}"
        elif part == "%%":
            parts[place] = "%"
    return "".join(parts).encode()
