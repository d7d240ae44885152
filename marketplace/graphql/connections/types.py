"""The types of a connection: edges, page info, and the total that is counted only when it is selected."""

from typing import Any

import graphene
from graphene.types.objecttype import ObjectTypeOptions

from marketplace.graphql.access import ANYONE, Rule
from marketplace.graphql.types import Field, List, NonNull, ObjectType


class PageInfo(ObjectType):
    """Where a page lies in its list (GraphQL Cursor Connections specification, section 5)."""

    class Meta:
        access = ANYONE

    has_next_page = graphene.Boolean(required=True, description="Whether more follows.")
    has_previous_page = graphene.Boolean(required=True, description="Whether something comes before.")
    start_cursor = graphene.String(description="The cursor of the first edge.")
    end_cursor = graphene.String(description="The cursor of the last edge.")


class Connection(ObjectType):
    """Base of connections; a subclass names its ``Meta.node`` and may declare further fields, such as facets."""

    class Meta:
        abstract = True

    @classmethod
    def __init_subclass_with_meta__(
        cls,
        *,
        node: Any = None,
        access: Rule | None = ANYONE,
        name: str | None = None,
        _meta: Any = None,
        **options: Any,
    ) -> None:
        if node is None:
            raise TypeError(f"{cls.__name__}.Meta needs a node")
        name = name or cls.__name__
        cls.page_info = Field(PageInfo, required=True, description="Where this page lies.")
        cls.edges = Field(
            NonNull(List(NonNull(_edge_type(name.removesuffix("Connection") + "Edge", node)))),
            description="The elements of this page.",
            cost=0,
            size=1,
        )
        cls.total_count = Field(graphene.Int, description="How many elements the whole list has.")
        super().__init_subclass_with_meta__(access=access, name=name, _meta=_meta or ObjectTypeOptions(cls), **options)


def connection_type(node: Any, name: str | None = None, **fields: Any) -> Any:
    """``ProductCountableConnection`` for the type ``Product`` (Saleor's name for it), or a connection of ``name``.

    A ``node`` that is not yet defined is given as a function, and then needs the ``name``. ``fields`` are added.
    """
    if name is None:
        name = f"{node._meta.name}CountableConnection"
    return type(
        name, (Connection,), {**fields, "Meta": type("Meta", (), {"node": node}), "__doc__": "A page of a list."}
    )


def _edge_type(name: str, node: Any) -> Any:
    attributes = {
        "node": Field(node, required=True, description="The element."),
        "cursor": graphene.String(required=True, description="Its place in the list, for after and before."),
        "Meta": type("Meta", (), {"access": ANYONE}),
        "__doc__": "An element of a page.",
    }
    return type(name, (ObjectType,), attributes)
