"""Rows by their keys, without making the same SQL over and over.

Most statements behind a page are of one form: the rows of a table whose column is one of these. Django writes such a
statement anew each time, which takes several times as long as an embedded database needs to answer it. Here it is
written once for each form. PostgreSQL gets the values of a column as one array; elsewhere they are padded to a power of
two, so that there are few forms.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeVar

from django.db import connections
from django.db.models import Model

from marketplace.one_array import with_arrays
from marketplace.quick_read import converted, fetched, instances

AnyModel = TypeVar("AnyModel", bound=Model)
MOST_VALUES = 512
"""Of one column in one statement; more are read as Django does."""
Form = tuple[type[Model], str, tuple[tuple[str, int], ...], tuple[str, ...]]
_SENT_AS_THEY_ARE = {
    int: frozenset({"BigAutoField", "BigIntegerField", "IntegerField", "PositiveIntegerField"}),
    str: frozenset({"CharField", "TextField", "SlugField"}),
}
"""Kinds of values, and the columns for which they need no preparation."""


@dataclass(frozen=True, slots=True)
class _Statement:
    sql: str
    names: tuple[str, ...]
    converters: Mapping[int, Any]


_statements: dict[Form, _Statement] = {}


def keyed_rows(
    model: type[AnyModel], columns: Mapping[str, Iterable[Any]], order: tuple[str, ...] = ()
) -> list[AnyModel]:
    """The rows of ``model`` whose every named column has one of its values (none, no rows).

    The same as ``model._base_manager.filter(column__in=values, …).order_by(*order)``.
    """
    wanted = {name: list(dict.fromkeys(value for value in columns[name] if value is not None)) for name in columns}
    if not all(wanted.values()):
        return []
    rows = model._base_manager.all()
    if any(len(values) > MOST_VALUES for values in wanted.values()):
        return list(rows.filter(**{f"{name}__in": values for name, values in wanted.items()}).order_by(*order))
    connection = connections[rows.db]
    names = sorted(wanted)
    takes_arrays = connection.vendor == "postgresql"
    if not takes_arrays:
        wanted = {name: _padded(wanted[name]) for name in names}
    sizes = tuple((name, 1 if takes_arrays else len(wanted[name])) for name in names)
    form = model, connection.vendor, sizes, order
    statement = _statements.get(form) or _statements.setdefault(form, _written(*form, using=rows.db))
    prepared = [_prepared(model, name, wanted[name], connection) for name in names]
    given = prepared if takes_arrays else list(chain.from_iterable(prepared))
    found = fetched(connection, statement.sql, given)
    return instances(model, rows.db, statement.names, converted(found, statement.converters, connection))


def _field(model: type[Model], name: str) -> Any:
    return model._meta.get_field(name)


def _prepared(model: type[Model], name: str, values: list[Any], connection: Any) -> list[Any]:
    field = _field(model, name)
    kinds = set(map(type, values))
    if len(kinds) == 1 and _kind(field) in _SENT_AS_THEY_ARE.get(kinds.pop(), ()):
        return values
    return [field.get_db_prep_value(one, connection) for one in values]


def _kind(field: Any) -> str:
    """The kind of column, of a foreign key that of the column it points at."""
    while field.is_relation:
        field = field.target_field
    kind: str = field.get_internal_type()
    return kind


def _padded(values: list[Any]) -> list[Any]:
    """The last one again until there are 1, 2, 4, 8 … of them."""
    return [*values, *[values[-1]] * ((1 << (len(values) - 1).bit_length()) - len(values))]


def _written(
    model: type[Model], vendor: str, columns: tuple[tuple[str, int], ...], order: tuple[str, ...], *, using: str
) -> _Statement:
    """Django's own statement for so many different values; the places of its parameters are in the columns' order."""
    query = model._base_manager.using(using)
    for name, size in columns:
        query = query.filter(**{f"{name}__in": _different(model, name, size)})
    compiler = query.order_by(*order).query.get_compiler(using=using)
    sql, _params = compiler.as_sql()
    if vendor == "postgresql":
        sql, _spans = with_arrays(sql, lambda _start, _size: True)
    selected = compiler.select
    return _Statement(
        sql,
        tuple(field.attname for field in model._meta.concrete_fields),
        compiler.get_converters([expression for expression, _sql, _alias in selected]),
    )


def _different(model: type[Model], name: str, size: int) -> list[Any]:
    """As many different values as the statement has places: Django would write equal ones once."""
    is_text = _kind(_field(model, name)) in {"CharField", "TextField"}
    return [str(number) for number in range(size)] if is_text else list(range(size))
