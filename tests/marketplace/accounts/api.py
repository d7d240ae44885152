"""Calling the API of these packages as somebody, and seeing whether anything changed."""

from functools import cache
from typing import Any

from django.apps import apps

from i18n.messages import gettext
from marketplace.accounts.graphql.schema import AccountsMutations, AccountsQueries
from marketplace.channels.graphql.schema import ChannelsQueries
from marketplace.graphql import ANYONE, Anonymous, ClientInfo, Context, ObjectType, Result, Schema
from marketplace.sellers.graphql.schema import SellersMutations, SellersQueries


@cache
def schema() -> Schema:
    class Query(AccountsQueries, ChannelsQueries, SellersQueries, ObjectType):
        class Meta:
            access = ANYONE

    class Mutation(AccountsMutations, SellersMutations, ObjectType):
        class Meta:
            access = ANYONE

    return Schema(
        query=Query, mutation=Mutation, translate=lambda message, params, language: gettext(language, message, **params)
    )


def call(
    document: str,
    variables: dict[str, Any] | None = None,
    *,
    actor: Any = None,
    language: str = "en",
    ip: str = "192.0.2.1",
    schema: Any = schema,
) -> Result:
    """Execute as ``actor`` (nobody when ``None``)."""
    context = Context(actor=actor or Anonymous(), language=language, client=ClientInfo(ip=ip))
    return schema().execute(document, variables, context=context)


def ask(document: str, variables: dict[str, Any] | None = None, **options: Any) -> Any:
    """The data of a query that is answered without errors."""
    result = call(document, variables, **options)
    assert not result.errors, result.errors
    return result.data


def do(document: str, variables: dict[str, Any] | None = None, **options: Any) -> Any:
    """The payload of a document with one mutation that is not refused."""
    (payload,) = ask(document, variables, **options).values()
    assert payload["errors"] == [], payload["errors"]
    return payload


def outcome(result: Result) -> str:
    """``done``, or the code of the first error: of the operation, or of the mutation's input."""
    if result.errors:
        return str(result.errors[0]["extensions"]["code"])
    assert result.data is not None
    (payload,) = result.data.values()
    return str(payload["errors"][0]["code"]) if payload["errors"] else "done"


def snapshot(*labels: str) -> dict[str, list[Any]]:
    """Every row of the packages' tables, for showing that a refusal changed nothing."""
    models = [model for label in (*labels, "events") for model in apps.get_app_config(label).get_models()]
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}
