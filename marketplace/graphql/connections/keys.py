"""The sort keys of a QuerySet, and the condition that a row comes after a given position in that order."""

from dataclasses import dataclass
from typing import Any, cast

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import connections, models
from django.db.models import F, Field, Q, QuerySet
from django.db.models.expressions import Combinable, OrderBy

from marketplace.graphql.connections.cursor import BadCursor


@dataclass(frozen=True, slots=True)
class Key:
    """One column of the order, readable on each row as the attribute ``name``."""

    name: str
    field: "Field[Any, Any]"
    descending: bool
    nulls_last: bool
    nullable: bool

    def order(self, *, backward: bool) -> OrderBy:
        """Where NULL comes is said in words only where there can be one, so that plain indexes serve the rest."""
        descending, nulls_last = self.descending != backward, self.nulls_last != backward
        nulls = {"nulls_last": True} if nulls_last else {"nulls_first": True}
        return OrderBy(F(self.name), descending=descending, **(nulls if self.nullable else {}))

    def beyond(self, value: Any, *, backward: bool) -> Q | None:
        """The rows strictly after ``value`` in this key; ``None`` when there can be none."""
        nulls_last = self.nulls_last != backward
        if value is None:
            return None if nulls_last else Q(**{f"{self.name}__isnull": False})
        operator = "lt" if self.descending != backward else "gt"
        condition = Q(**{f"{self.name}__{operator}": value})
        return condition | Q(**{f"{self.name}__isnull": True}) if self.nullable and nulls_last else condition

    def equal(self, value: Any) -> Q:
        return Q(**{f"{self.name}__isnull": True}) if value is None else Q(**{self.name: value})

    def read(self, value: str | int | bool | None) -> Any:
        """A cursor's plain value as the column's Python value; raises `BadCursor`."""
        if value is None:
            if not self.nullable:
                raise BadCursor
            return None
        try:
            read = self.field.to_python(value)
            self.field.get_prep_value(read)
        except (ValidationError, ValueError, TypeError, ArithmeticError):
            raise BadCursor from None
        if (isinstance(read, int) and abs(read) >= 2**63) or (isinstance(read, str) and "\x00" in read):
            raise BadCursor
        return read


def with_keys(rows: QuerySet[Any]) -> tuple[QuerySet[Any], list[Key]]:
    """The QuerySet with every sort key readable on its rows, and the keys, closed by the primary key.

    The primary key makes the order total: without it two equal rows could swap between two pages.
    Raises ``TypeError`` for what has no stable order: a slice, a union, a random order.
    """
    if rows.query.is_sliced or rows.query.combinator:
        raise TypeError("A connection needs a QuerySet that is neither sliced nor combined")
    nulls_are_large = connections[rows.db].vendor == "postgresql"
    keys: list[Key] = []
    for position, part in enumerate(_ordering(rows)):
        rows, key = _key(rows, part, position, nulls_are_large)
        keys.append(key)
    if not any(key.name in {"pk", rows.model._meta.pk.name} for key in keys):
        backward = bool(keys) and keys[0].descending
        keys.append(Key("pk", rows.model._meta.pk, backward, nulls_last=not backward, nullable=False))
    return rows, keys


def _ordering(rows: QuerySet[Any]) -> list[Any]:
    query = rows.query
    if query.order_by:
        return list(query.order_by)
    if query.extra_order_by:
        raise TypeError("A connection cannot follow extra(order_by=...)")
    return list(rows.model._meta.ordering or ()) if query.default_ordering else []


def _key(rows: QuerySet[Any], part: Any, position: int, nulls_are_large: bool) -> tuple[QuerySet[Any], Key]:
    order = _as_order(part)
    name = getattr(order.expression, "name", "")
    descending = order.descending
    if name not in rows.query.annotations and not _is_column(rows.model, name):
        name = f"_key{position}"
        rows = rows.annotate(**{name: order.expression})
    if name in rows.query.annotations:
        field, nullable = rows.query.annotations[name].output_field, True
    else:
        field = cast("Field[Any, Any]", rows.model._meta.pk if name == "pk" else rows.model._meta.get_field(name))
        nullable = field.null
    if isinstance(field, models.ForeignKey):
        field = field.target_field
    stated = order.nulls_last or (False if order.nulls_first else None)
    nulls_last = stated if stated is not None else nulls_are_large != descending
    return rows, Key(name, field, descending, nulls_last=nulls_last, nullable=nullable)


def _as_order(part: Any) -> OrderBy:
    if isinstance(part, OrderBy):
        return part
    if isinstance(part, Combinable) and hasattr(part, "asc"):
        return cast("OrderBy", part.asc())
    if not isinstance(part, str) or part == "?":
        raise TypeError(f"A connection cannot follow the order {part!r}")
    return OrderBy(F(part.lstrip("-+")), descending=part.startswith("-"))


def _is_column(model: type[models.Model], name: str) -> bool:
    """A plain column of the row itself. ``a__b`` and expressions are annotated, as is a foreign key by its name."""
    if name == "pk":
        return True
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return isinstance(field, models.Field) and not field.is_relation
