"""Logistics' own part of the API, executed as the whole one is."""

from collections.abc import Callable
from typing import Any

import pytest

from i18n.messages import gettext
from logistics.graphql.schema import LogisticsMutations, LogisticsQueries
from marketplace.graphql import ANYONE, Context, ObjectType, Result, Schema

Execute = Callable[..., Result]


class Query(LogisticsQueries, ObjectType):
    class Meta:
        access = ANYONE


class Mutation(LogisticsMutations, ObjectType):
    class Meta:
        access = ANYONE


SCHEMA = Schema(
    query=Query,
    mutation=Mutation,
    translate=lambda message, params, language: gettext(language, message, **params),
)


@pytest.fixture
def execute() -> Execute:
    """``execute(document, variables, actor=user)``; nobody is signed in without ``actor``."""

    def run(document: str, variables: Any = None, *, actor: Any = None, language: str = "en") -> Result:
        context = Context(language=language)
        if actor is not None:
            context.actor = actor
        return SCHEMA.execute(document, variables, context=context)

    return run
