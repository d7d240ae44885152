"""Scalars with exact, bounded and refusing forms. Money never passes through a float."""

import datetime
import decimal
import json
import math
import re
import uuid
from typing import Any

import graphene
from graphql import (
    FloatValueNode,
    GraphQLError,
    IntValueNode,
    StringValueNode,
    ValueNode,
    print_ast,
    value_from_ast_untyped,
)

_DECIMAL = re.compile(r"-?\d{1,24}(\.\d{1,24})?([eE][+-]?\d{1,2})?", re.ASCII)
DIGITS = 18
"""The most before the point, and the most after it: more than any column keeps, less than would burden arithmetic."""
LONGEST_JSON = 100_000
MOST_INTEGER = 2**63
DAY = datetime.timedelta(days=1)
"""A moment keeps this far from the ends of the calendar, so that it has a date in every time zone."""


class ExactFloat(float):
    """A number of a JSON request that remembers its digits, so that a Decimal loses none of them."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> "ExactFloat":
        self = super().__new__(cls, text)
        self.text = text
        return self


def _refused(scalar: str, value: object) -> GraphQLError:
    shown = repr(value)
    return GraphQLError(f"{scalar} cannot represent {shown if len(shown) <= 80 else shown[:80] + '…'}.")


def _unfit(scalar: str, value: object) -> TypeError:
    """A resolver returned what the scalar cannot be: a defect of ours, which the client is not told the details of."""
    return TypeError(f"{scalar} cannot be made of {value!r}")


class Decimal(graphene.Scalar):
    """An exact decimal number: a JSON number with all its digits in answers; a number or a string in inputs."""

    @staticmethod
    def serialize(value: Any) -> decimal.Decimal:
        if isinstance(value, int) and not isinstance(value, bool):
            value = decimal.Decimal(value)
        if not isinstance(value, decimal.Decimal) or not value.is_finite():
            raise _unfit("Decimal", value)
        return value

    @staticmethod
    def parse_value(value: Any) -> decimal.Decimal:
        if isinstance(value, decimal.Decimal) and value.is_finite():
            value = str(value)
        elif isinstance(value, ExactFloat):
            value = value.text
        elif isinstance(value, int) and not isinstance(value, bool):
            value = str(value) if abs(value) < 10**24 else ""
        if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
            raise _refused("Decimal", value)
        number = decimal.Decimal(value)
        if number.adjusted() >= DIGITS or int(number.as_tuple().exponent) < -DIGITS:
            raise _refused("Decimal", value)
        return number

    @classmethod
    def parse_literal(cls, node: ValueNode, _variables: Any = None) -> decimal.Decimal:
        if not isinstance(node, StringValueNode | IntValueNode | FloatValueNode):
            raise _refused("Decimal", print_ast(node))
        return cls.parse_value(node.value)


class PositiveDecimal(Decimal):
    """An exact decimal number that is not below zero."""

    @staticmethod
    def parse_value(value: Any) -> decimal.Decimal:
        number = Decimal.parse_value(value)
        if number < 0:
            raise _refused("PositiveDecimal", value)
        return number


class _Text(graphene.Scalar):
    """A scalar whose literal is a string, read by the same `parse_value` as a variable."""

    class Meta:
        abstract = True

    @classmethod
    def parse_literal(cls, node: ValueNode, _variables: Any = None) -> Any:
        if not isinstance(node, StringValueNode):
            raise _refused(cls.__name__, print_ast(node))
        return cls.parse_value(node.value)


class DateTime(_Text):
    """A moment in ISO 8601 with its offset from UTC, such as `2026-03-01T09:30:00+07:00`."""

    @staticmethod
    def serialize(value: Any) -> str:
        if not isinstance(value, datetime.datetime):
            raise _unfit("DateTime", value)
        return value.isoformat()

    @staticmethod
    def parse_value(value: Any) -> datetime.datetime:
        if isinstance(value, datetime.datetime):
            moment = value
        else:
            try:
                moment = datetime.datetime.fromisoformat(value if isinstance(value, str) and len(value) > 10 else "")
            except ValueError:
                raise _refused("DateTime", value) from None
        if moment.tzinfo is None:
            raise GraphQLError("DateTime needs an offset from UTC, such as Z or +07:00.")
        try:
            moment = moment.astimezone(datetime.UTC)
            _ = moment - DAY, moment + DAY
        except OverflowError:
            raise _refused("DateTime", value) from None
        return moment


class Date(_Text):
    """A day in ISO 8601, such as `2026-03-01`."""

    @staticmethod
    def serialize(value: Any) -> str:
        if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
            raise _unfit("Date", value)
        return value.isoformat()

    @staticmethod
    def parse_value(value: Any) -> datetime.date:
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value
        if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            raise _refused("Date", value)
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise _refused("Date", value) from None


class UUID(_Text):
    """A universally unique identifier (RFC 9562), such as `0190163d-8694-739b-aea5-966c26f8ad91`."""

    @staticmethod
    def serialize(value: Any) -> str:
        return str(value if isinstance(value, uuid.UUID) else UUID.parse_value(value))

    @staticmethod
    def parse_value(value: Any) -> uuid.UUID:
        if isinstance(value, uuid.UUID):
            return value
        if not isinstance(value, str) or not re.fullmatch(r"[0-9a-fA-F-]{32,36}", value):
            raise _refused("UUID", value)
        try:
            return uuid.UUID(value)
        except ValueError:
            raise _refused("UUID", value) from None


class JSONString(_Text):
    """A JSON document as a string."""

    @staticmethod
    def serialize(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    @staticmethod
    def parse_value(value: Any) -> Any:
        if not isinstance(value, str) or len(value) > LONGEST_JSON:
            raise _refused("JSONString", value)
        try:
            return json.loads(value, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            raise _refused("JSONString", value) from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


class JSON(graphene.Scalar):
    """Any JSON value."""

    @staticmethod
    def serialize(value: Any) -> Any:
        return value

    @staticmethod
    def parse_value(value: Any) -> Any:
        _require_finite_numbers(value)
        return value

    @classmethod
    def parse_literal(cls, node: ValueNode, variables: Any = None) -> Any:
        return cls.parse_value(value_from_ast_untyped(node, variables))


def _require_finite_numbers(value: Any) -> None:
    """``1e999`` is read as infinity, which is no JSON; a longer integer than 64 bits is more than databases keep."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict | list):
            waiting.extend(one.values() if isinstance(one, dict) else one)
        elif isinstance(one, float) and not math.isfinite(one):
            raise _refused("JSON", one)
        elif isinstance(one, int) and not -MOST_INTEGER <= one < MOST_INTEGER:
            raise GraphQLError("JSON cannot represent an integer of more than 64 bits.")


class Upload(graphene.Scalar):
    """A file, sent as the GraphQL multipart request specification says; only ever a variable."""

    @staticmethod
    def serialize(value: Any) -> None:
        raise GraphQLError("An Upload is never part of an answer.")

    @staticmethod
    def parse_value(value: Any) -> Any:
        if not (hasattr(value, "read") and hasattr(value, "size")):
            raise GraphQLError("Upload must be a file of a multipart request.")
        return value

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> Any:
        raise GraphQLError("Upload must be a variable.")
