"""Traceability's part of the API, executed as the whole one is."""

from collections.abc import Callable
from typing import Any

import pytest

from catalog.graphql.trace_schema import TraceabilityMutations, TraceabilityQueries
from i18n.messages import gettext
from marketplace.graphql import ANYONE, Context, ObjectType, Result, Schema

Execute = Callable[..., Result]


class Query(TraceabilityQueries, ObjectType):
    class Meta:
        access = ANYONE


class Mutation(TraceabilityMutations, ObjectType):
    class Meta:
        access = ANYONE


@pytest.fixture(scope="session")
def trace_schema() -> Schema:
    return Schema(
        query=Query,
        mutation=Mutation,
        translate=lambda message, params, language: gettext(language, message, **params),
    )


@pytest.fixture
def execute(trace_schema: Schema) -> Execute:
    """``execute(document, variables, actor=user)``; nobody is signed in without ``actor``."""

    def run(document: str, variables: Any = None, *, actor: Any = None, language: str = "en") -> Result:
        context = Context(language=language)
        if actor is not None:
            context.actor = actor
        return trace_schema.execute(document, variables, context=context)

    return run
