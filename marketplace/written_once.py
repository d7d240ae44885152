"""A QuerySet whose SQL is written once.

Django writes the SQL of a QuerySet anew each time it is used, which costs several times what the database needs to
answer it. Here it is written at the first use, with stand-ins where the values belong; later uses bring their own.

    lines_of = WrittenOnce(lambda checkout: CheckoutLine.objects.filter(checkout_id=checkout).order_by("id"))
    lines = lines_of(checkout=basket.pk)

Values are whole numbers, text, moments, days and UUIDs, or lists of them. PostgreSQL gets a list as one array, so that
there is one form for all lengths; elsewhere it is padded to a power of two, so that there are few. Other values (a
flag, nothing) are part of the form. The function that builds the QuerySet may only pass its arguments on: what it
computes from one would be written down once and for all, and is refused.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable, ValuesListIterable, get_related_populators

from marketplace.constants_in_place import constants_in_place
from marketplace.one_array import with_arrays
from marketplace.quick_read import converted, fetched, instances

Row = TypeVar("Row")
MOST_VALUES = 512
"""In one list; with more, Django writes the statement as always."""
_FIRST_NUMBER = 30_011  # fits the smallest integer column, beyond which Django finds nothing without asking
_FIRST_MOMENT = datetime(1971, 1, 1, tzinfo=UTC)
_FIRST_UUID = 0x5EED << 96
_populators: Any = get_related_populators
Slot = tuple[str, int | None]
"""The argument's name, and for a list the place in it."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """How rows become what the QuerySet would give: model instances with their related ones, or tuples."""

    model: type[Model] | None
    names: tuple[str, ...]
    columns: slice
    populators: Sequence[Any]
    annotations: Mapping[str, int]
    converters: Mapping[int, Any]


@dataclass(frozen=True, slots=True)
class _Statement:
    sql: str
    params: tuple[Any, ...]
    slots: tuple[Slot | None, ...]
    """For each of ``params`` where its value comes from; nothing for one that is always the same."""
    rows: _Rows


class WrittenOnce(Generic[Row]):
    """Call it with the arguments of ``build``, by name; the answer is the QuerySet's rows as a list.

    Raises ``TypeError`` for a QuerySet of other rows than instances and ``values_list``, and for one that does not
    pass each of its arguments on as it is.
    """

    def __init__(self, build: Callable[..., "QuerySet[Any, Row]"]) -> None:
        self._build = build
        self._statements: dict[tuple[Any, ...], _Statement | None] = {}
        self._any_length: dict[tuple[Any, ...], _Statement] = {}
        """Those whose every list is one parameter."""
        self._source: tuple[type[Model], bool] | None = None

    def __call__(self, **values: Any) -> list[Row]:
        longest = 0
        for name, value in values.items():
            if isinstance(value, (list, tuple, set, frozenset)):
                values[name] = different = list(dict.fromkeys(value))
                if not different:
                    return []
                longest = max(longest, len(different))
        if longest > MOST_VALUES:
            return list(self._build(**values))
        database = self._database(values)
        if longest:
            form = database, *(_form(value, with_length=False) for value in values.values())
            if form in self._any_length:
                return _run(self._any_length[form], values, database)
            values = {name: _padded(value) for name, value in values.items()}
        return self._by_length(values, database)

    def _by_length(self, values: Mapping[str, Any], database: str) -> list[Row]:
        form = database, *(_form(value) for value in values.values())
        if form not in self._statements:
            self._statements[form] = written = self._written(values, database)
            if written is not None and all(slot is None or slot[1] is None for slot in written.slots):
                any_length = database, *(_form(value, with_length=False) for value in values.values())
                self._any_length[any_length] = written
        statement = self._statements[form]
        return [] if statement is None else _run(statement, values, database)

    def _database(self, values: Mapping[str, Any]) -> str:
        if self._source is None:
            rows = self._build(**values)
            self._source = rows.model, bool(vars(rows)["_for_write"])
        model, for_write = self._source
        return router.db_for_write(model) if for_write else router.db_for_read(model)

    def _written(self, values: Mapping[str, Any], database: str) -> _Statement | None:
        places = {name: _places(name, value) for name, value in values.items()}
        stand_ins = _StandIns([place for of_one in places.values() for place in of_one if place is not None], values)
        rows = self._build(**{name: stand_ins.of(name, value) for name, value in values.items()})
        compiler = rows.query.get_compiler(using=database)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            _refuse_any(self._build(**values), database)
            return None
        slots = stand_ins.slots_in(params)
        if connections[database].vendor == "postgresql":
            sql, params, slots = _lists_in_arrays(sql, params, slots, values)
            sql, left = constants_in_place(sql, params, [slot is None for slot in slots], connections[database])
            params, slots = [params[place] for place in left], tuple(slots[place] for place in left)
        return _Statement(sql, tuple(params), slots, _rows_of(rows, compiler, database))


def _refuse_any(rows: "QuerySet[Any, Any]", database: str) -> None:
    """Whatever the values are, there is never a row; raises ``TypeError`` where that is only so of the stand-ins."""
    try:
        rows.query.get_compiler(using=database).as_sql()
    except EmptyResultSet:
        return
    raise TypeError("a value of this statement decides by itself whether there can be rows")


class _StandIns:
    """A value for each slot that is nowhere else in the statement, and can be told in whatever form it gets there."""

    def __init__(self, slots: Sequence[Slot], values: Mapping[str, Any]) -> None:
        self._by_slot = {slot: _stand_in(number, _one(values[slot[0]])) for number, slot in enumerate(slots)}
        self._slots = {form: slot for slot, value in self._by_slot.items() for form in _told_by(value)}

    def of(self, name: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._by_slot[name, place] for place in range(len(value))]
        return self._by_slot.get((name, None), value)

    def slots_in(self, params: Iterable[Any]) -> tuple[Slot | None, ...]:
        slots = tuple(self._slots.get(str(param)) for param in params)
        if missing := {slot[0] for slot in self._by_slot} - {slot[0] for slot in slots if slot}:
            raise TypeError(f"these are not passed on to the statement as they are: {', '.join(sorted(missing))}")
        return slots


def _lists_in_arrays(
    sql: str, params: Sequence[Any], slots: tuple[Slot | None, ...], values: Mapping[str, Any]
) -> tuple[str, list[Any], tuple[Slot | None, ...]]:
    def is_list(start: int, size: int) -> bool:
        slot = slots[start]
        whole = values[slot[0]] if slot is not None else None
        return isinstance(whole, list) and slots[start : start + size] == tuple(
            (slot[0], place) for place in range(len(whole)) if slot is not None
        )

    sql, spans = with_arrays(sql, is_list)
    found = tuple(((slots[start] or ("",))[0], None) if is_list(start, size) else slots[start] for start, size in spans)
    return sql, [params[start] for start, _size in spans], found


def _padded(value: Any) -> Any:
    """A list's last value again until there are 1, 2, 4, 8 … of them."""
    if not isinstance(value, list):
        return value
    return [*value, *value[-1:] * ((1 << (len(value) - 1).bit_length()) - len(value))]


def _varies(value: Any) -> bool:
    return isinstance(value, (int, str, date, UUID)) and not isinstance(value, bool)


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def _form(value: Any, *, with_length: bool = True) -> Any:
    if isinstance(value, list):
        return type(value[0]), len(value) if with_length else None
    return type(value) if _varies(value) else value


def _places(name: str, value: Any) -> list[Slot]:
    if isinstance(value, list):
        return [(name, place) for place in range(len(value))]
    return [(name, None)] if _varies(value) else []


def _stand_in(number: int, like: Any) -> Any:
    if isinstance(like, datetime):
        return _FIRST_MOMENT + timedelta(microseconds=number + 1)
    if isinstance(like, date):
        return _FIRST_MOMENT.date() + timedelta(days=number)
    if isinstance(like, UUID):
        return UUID(int=_FIRST_UUID + number)
    return _FIRST_NUMBER + number if isinstance(like, int) else f"\x01{number}\x01"


def _told_by(value: Any) -> set[str]:
    """As parameters are written, on any of the databases: SQLite gets moments without a zone and UUIDs in hex."""
    told = {str(value)}
    if isinstance(value, datetime):
        told.add(str(value.replace(tzinfo=None)))
    return told | {value.hex} if isinstance(value, UUID) else told


def _rows_of(rows: "QuerySet[Any, Any]", compiler: Any, database: str) -> _Rows:
    selected = [expression for expression, _sql, _alias in compiler.select]
    converters = compiler.get_converters(selected)
    if rows._iterable_class is ValuesListIterable:
        return _Rows(None, (), slice(None), (), {}, converters)
    if rows._iterable_class is not ModelIterable:
        raise TypeError("only instances and tuples of values are read this way")
    info = compiler.klass_info
    columns = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
    names = tuple(column.target.attname for column in selected[columns])
    populators = _populators(info, compiler.select, database)
    return _Rows(info["model"], names, columns, populators, compiler.annotation_col_map or {}, converters)


def _run(statement: _Statement, values: Mapping[str, Any], database: str) -> list[Any]:
    connection = connections[database]
    params = [
        param
        if slot is None
        else _prepared(values[slot[0]] if slot[1] is None else values[slot[0]][slot[1]], connection)
        for param, slot in zip(statement.params, statement.slots, strict=True)
    ]
    rows = converted(fetched(connection, statement.sql, params), statement.rows.converters, connection)
    model = statement.rows.model
    return rows if model is None else _instances(model, statement.rows, rows, database)


def _prepared(value: Any, connection: Any) -> Any:
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return value


def _instances(model: type[Model], made_of: _Rows, rows: list[Sequence[Any]], database: str) -> list[Any]:
    found = instances(model, database, made_of.names, [row[made_of.columns] for row in rows])
    for populator in made_of.populators:
        for instance, row in zip(found, rows, strict=True):
            populator.populate(row, instance)
    for name, column in made_of.annotations.items():
        for instance, row in zip(found, rows, strict=True):
            setattr(instance, name, row[column])
    return found
