from typing import Any

import graphene
import pytest

from marketplace.graphql import (
    ANYONE,
    ID,
    Decimal,
    Enum,
    Field,
    Interface,
    List,
    ModelType,
    ObjectType,
    Schema,
    String,
    Union,
    to_global_id,
)
from tests.marketplace.graphql.messages import NOON, make_message
from tests.marketplace.graphql.shop import ask, schema


@pytest.mark.django_db
def test_model_types_show_named_columns_only() -> None:
    message = make_message(attempts=3, delivered_at=NOON)
    [edge] = ask("{ messages { edges { node { id name attempts deliveredAt } } } }").data["messages"]["edges"]
    assert edge["node"] == {
        "id": to_global_id("Message", message.pk),
        "name": "Fired",
        "attempts": 3,
        "deliveredAt": "2026-03-01T12:00:00+00:00",
    }
    assert set(schema.graphql_schema.type_map["Message"].fields) == {"id", "name", "attempts", "deliveredAt"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("fields", [("content_type",), ("nothing",), "__all__", None])
def test_model_types_refuse_relations_and_everything(fields: Any) -> None:
    from django.contrib.auth.models import Permission

    with pytest.raises(TypeError):
        type(
            "Loose", (ModelType,), {"Meta": type("Meta", (), {"model": Permission, "fields": fields, "access": ANYONE})}
        )


def test_graphenes_own_scalars_become_the_kits() -> None:
    class Query(ObjectType):
        class Meta:
            access = ANYONE

        theirs = graphene.Decimal()
        ours = Decimal()
        both = List(graphene.NonNull(graphene.DateTime))

    assert "scalar Decimal" in Schema(query=Query).sdl()


def test_ids_come_from_where_the_type_says() -> None:
    class Parcel(ObjectType):
        class Meta:
            access = ANYONE
            id_from = "token"

        id = ID(required=True)

    class Query(ObjectType):
        class Meta:
            access = ANYONE

        parcel = Field(Parcel)
        loose = Field(Parcel)

        @staticmethod
        def resolve_parcel(root: Any, info: Any) -> dict[str, Any]:
            return {"token": "a1", "pk": 4}

        @staticmethod
        def resolve_loose(root: Any, info: Any) -> dict[str, Any]:
            return {"id": 9}

    assert ask("{ parcel { id } loose { id } }", schema=Schema(query=Query)).data == {
        "parcel": {"id": to_global_id("Parcel", "a1")},
        "loose": {"id": to_global_id("Parcel", 9)},
    }


def test_interfaces_unions_and_enums_are_graphenes() -> None:
    class Named(Interface):
        name = String()

        @classmethod
        def resolve_type(cls, instance: Any, info: Any) -> Any:
            return Cup if instance["kind"] == "cup" else Bowl

    class Cup(ObjectType):
        class Meta:
            access = ANYONE
            interfaces = (Named,)

    class Bowl(ObjectType):
        class Meta:
            access = ANYONE
            interfaces = (Named,)

    class Either(Union):
        class Meta:
            types = (Cup, Bowl)

        resolve_type = Named.resolve_type

    class Glaze(Enum):
        CELADON = "celadon"

    class Query(ObjectType):
        class Meta:
            access = ANYONE

        all = List(Named)
        either = Field(Either)
        glaze = Field(Glaze, of=Glaze())

        @staticmethod
        def resolve_all(root: Any, info: Any) -> list[Any]:
            return [{"kind": "cup", "name": "c"}, {"kind": "bowl", "name": "b"}]

        @staticmethod
        def resolve_either(root: Any, info: Any) -> Any:
            return {"kind": "bowl", "name": "b"}

        @staticmethod
        def resolve_glaze(root: Any, info: Any, of: Any) -> Any:
            return of

    made = Schema(query=Query, types=[Cup, Bowl])
    data = ask("{ all { __typename name } either { ... on Bowl { name } } glaze(of: CELADON) }", schema=made).data
    assert data == {
        "all": [{"__typename": "Cup", "name": "c"}, {"__typename": "Bowl", "name": "b"}],
        "either": {"name": "b"},
        "glaze": "CELADON",
    }
