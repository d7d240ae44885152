"""The orders' part of the API alone, called as somebody."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from catalog.graphql.types.assigned_attributes import ASSIGNED_TYPES
from i18n.messages import gettext
from marketplace.graphql import Anonymous, Context, ObjectType, Result, Schema
from orders.graphql.schema import OrdersMutations, OrdersQueries
from orders.graphql.types.checkout_problem import PROBLEM_TYPES

Call = Callable[..., Any]


@cache
def orders_schema() -> Schema:
    class Query(OrdersQueries, ObjectType):
        """Root."""

    class Mutation(OrdersMutations, ObjectType):
        """Root."""

    return Schema(
        query=Query,
        mutation=Mutation,
        types=(*PROBLEM_TYPES, *ASSIGNED_TYPES),
        translate=lambda message, params, language: gettext(language, message, **dict(params)),
    )


def execute(
    document: str, variables: dict[str, Any] | None = None, *, actor: Any = None, language: str = "en"
) -> Result:
    context = Context(actor=actor or Anonymous(), language=language)
    return orders_schema().execute(document, variables, context=context)


@pytest.fixture
def call() -> Call:
    """``call(document, variables, actor=…)`` gives the data and fails the test on GraphQL errors."""

    def run(document: str, variables: dict[str, Any] | None = None, *, actor: Any = None, language: str = "en") -> Any:
        result = execute(document, variables, actor=actor, language=language)
        assert not result.errors, result.errors
        return result.data

    return run
