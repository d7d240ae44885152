"""Builds graphql-core's schema from graphene types, carrying access, cost and list size in each field's extensions."""

from typing import Any

import graphene
from graphene.types.schema import TypeMap
from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema

from marketplace.graphql import scalars
from marketplace.graphql.access import ANYONE, Rule
from marketplace.graphql.errors import UndeclaredAccess

_OURS = {
    graphene.Decimal: scalars.Decimal,
    graphene.DateTime: scalars.DateTime,
    graphene.Date: scalars.Date,
    graphene.UUID: scalars.UUID,
    graphene.JSONString: scalars.JSONString,
}


class AccessTypeMap(TypeMap):
    """graphene's type map, with what our `Field` and ``Meta`` declare put where the engine and the limits read it."""

    def add_type(self, graphene_type: Any) -> Any:
        """Types of graphene's own (from converted model columns) become the kit's exact ones."""
        ours = _OURS.get(graphene_type) if isinstance(graphene_type, type) else None
        return super().add_type(ours or graphene_type)

    def create_fields_for_type(self, graphene_type: Any, is_input_type: bool = False) -> dict[str, Any]:
        fields: dict[str, Any] = super().create_fields_for_type(graphene_type, is_input_type)
        if not is_input_type:
            for name, declared in graphene_type._meta.fields.items():
                field = fields.get(declared.name or self.get_name(name))
                if field is not None:
                    _extend(field, declared, rule_of(graphene_type, name, declared))
        return fields


def rule_of(graphene_type: Any, name: str, declared: Any) -> Rule | None:
    """The field's own rule, else that of the class which declares the field.

    A mutation has only its own, and a class assembled from others (`Query`) says nothing for them: what one of them
    forgot to declare must not become public by being put together.
    """
    own = getattr(declared, "access", None)
    if own is not None or getattr(declared, "own_access_only", False):
        return own
    for base in graphene_type.__mro__:
        if name in vars(base) and "_meta" in vars(base):
            return getattr(vars(base)["_meta"], "access", None)
    return getattr(graphene_type._meta, "access", None)


def _extend(field: GraphQLField, declared: Any, rule: Rule | None) -> None:
    extensions = {
        "declared": rule,
        "access": None if rule is ANYONE else rule,
        "cost": getattr(declared, "cost", None),
        "size": getattr(declared, "size", None),
        "around": getattr(declared, "around", None),
    }
    field.extensions = {key: value for key, value in extensions.items() if value is not None}
    if rule is not None and rule is not ANYONE:
        field.description = f"{field.description or ''}\n\nRequires: {rule.description}.".strip()


def require_access(schema: GraphQLSchema) -> None:
    """Raise `UndeclaredAccess` naming every field of an object type that does not say who may use it."""
    undeclared = [
        f"{type_.name}.{name}"
        for type_ in schema.type_map.values()
        if isinstance(type_, GraphQLObjectType) and not type_.name.startswith("__")
        for name, field in type_.fields.items()
        if "declared" not in field.extensions
    ]
    if undeclared:
        raise UndeclaredAccess(sorted(undeclared))
