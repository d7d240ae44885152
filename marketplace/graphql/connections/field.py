"""The field of a connection: adds the paging arguments and cuts what the resolver returns."""

import inspect
from collections.abc import Callable
from typing import Any

import graphene
from django.db.models import Manager, QuerySet

from marketplace.graphql.connections.keyset import KeysetPage
from marketplace.graphql.connections.page import Page, page_of_list
from marketplace.graphql.connections.window import DEFAULT, MAXIMUM, PAGING, read_slice
from marketplace.graphql.engine.protocol import BATCH
from marketplace.graphql.types import Field


class ConnectionField(Field):
    """Its resolver returns a QuerySet (in any order that the database can repeat), a `Page` or a list.

    It is resolved parent by parent, which is right on root types and on objects of which a response has one. Where
    there can be several parents its resolver is a `related_connection`, which reads the pages of all of them at once.
    """

    def __init__(self, type_: Any, *args: Any, **extra: Any) -> None:
        extra.setdefault(
            "first", graphene.Int(description=f"Take this many from the start: {DEFAULT}, at most {MAXIMUM}.")
        )
        extra.setdefault("last", graphene.Int(description=f"Take this many from the end, at most {MAXIMUM}."))
        extra.setdefault("after", graphene.String(description="Start after this cursor."))
        extra.setdefault("before", graphene.String(description="End before this cursor."))
        super().__init__(type_, *args, **extra)
        if self.size is None:
            self.size = DEFAULT

    def wrap_resolve(self, parent_resolver: Callable[..., Any]) -> Callable[..., Any]:
        inner = super().wrap_resolve(parent_resolver)
        if hasattr(inner, BATCH):
            return inner
        named = _named_arguments(inner)

        def resolve(root: Any, info: Any, **arguments: Any) -> Any:
            asked = read_slice(**{name: arguments.get(name) for name in PAGING})
            if named is not None:
                arguments = {name: v for name, v in arguments.items() if name not in PAGING or name in named}
            found = inner(root, info, **arguments)
            if isinstance(found, Manager):
                found = found.all()
            if isinstance(found, QuerySet):
                return KeysetPage(found, asked)
            return found if found is None or isinstance(found, Page) else page_of_list(list(found), asked)

        return resolve


def _named_arguments(resolver: Callable[..., Any]) -> set[str] | None:
    """What ``resolver`` takes by name; a resolver without ``**arguments`` need not name the paging ones."""
    parameters = inspect.signature(resolver).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
        return None
    return {parameter.name for parameter in parameters}
