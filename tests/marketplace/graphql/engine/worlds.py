"""Generated schemas: objects, interfaces, unions, enums, a failing scalar, input objects, every kind of resolver."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from graphene.types.resolver import attr_resolver, dict_or_attr_resolver
from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLError,
    GraphQLField,
    GraphQLFloat,
    GraphQLID,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLString,
    GraphQLUnionType,
    VariableNode,
)
from graphql.pyutils import Undefined

from marketplace.graphql.batching import batch
from tests.marketplace.graphql.engine.recipe import Recipe, seeded
from tests.marketplace.graphql.engine.things import RAISED, Broken, Data, Thing, token_of


class World:
    """One generated schema with its data."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.draw = seeded(recipe.seed)
        self.data = Data(trouble=recipe.trouble, items=recipe.items)
        self.colour = GraphQLEnumType("Colour", {"RED": 1, "BLUE": "blue", "NONE": 0})
        self.fragile = GraphQLScalarType("Fragile", serialize=_serialize_fragile, parse_value=_parse_fragile)
        self.inputs = self._inputs()
        self.leaves = [GraphQLString, GraphQLInt, GraphQLFloat, GraphQLBoolean, GraphQLID, self.colour, self.fragile]
        self.schema = self._schema()
        self.data.schema = self.schema

    def root(self) -> Any:
        return self.draw_root("Query")

    def draw_root(self, name: str) -> Any:
        return Thing(self.data, self.schema.type_map[name], f"{self.recipe.seed}:{name}")  # type: ignore[arg-type]

    def _inputs(self) -> list[Any]:
        colours = GraphQLList(GraphQLNonNull(self.colour))
        inner = GraphQLInputObjectType(
            "Inner",
            lambda: {
                "n": GraphQLInputField(GraphQLNonNull(GraphQLInt)),
                "f": GraphQLInputField(self.fragile, default_value=14, out_name="fragile_one"),
                "c": GraphQLInputField(colours, default_value=[1]),
                "deeper": GraphQLInputField(inner),
            },
        )
        return [GraphQLString, GraphQLInt, GraphQLBoolean, GraphQLID, GraphQLFloat, self.colour, self.fragile, inner]

    def _schema(self) -> GraphQLSchema:
        names = [f"O{n}" for n in range(self.recipe.objects)]
        self.interfaces: list[GraphQLInterfaceType] = []
        for n in range(self.draw.randint(0, 2)):
            fields = self._fields(f"i{n}_", names)
            self.interfaces.append(GraphQLInterfaceType(f"I{n}", fields, resolve_type=self._resolve_type()))
        self.objects = {name: self._object(name, names) for name in names}
        self.union = GraphQLUnionType("U", list(self.objects.values()), resolve_type=self._resolve_type())
        query = GraphQLObjectType("Query", self._fields("q", names, at_least=3))
        mutation = GraphQLObjectType("Mutation", self._fields("m", names, at_least=2))
        types = [*self.objects.values(), *self.interfaces, self.union, self.colour]
        return GraphQLSchema(query, mutation, types=types)

    def _object(self, name: str, names: list[str]) -> GraphQLObjectType:
        implemented = [interface for interface in self.interfaces if self.draw.random() < 0.7]
        own = self._fields(name.lower() + "_", names)

        def fields() -> dict[str, GraphQLField]:
            inherited: dict[str, GraphQLField] = {}
            for interface in implemented:
                for key, field in interface.fields.items():
                    narrowed: Any = field.type
                    if key.endswith("0") and not isinstance(narrowed, GraphQLNonNull):
                        narrowed = GraphQLNonNull(narrowed)
                    inherited[key] = self._field(narrowed, key, field.args)
            return {**inherited, **own()}

        accepts = partial(_accepts, self.recipe.trouble, name) if self.draw.random() < 0.4 else None
        return GraphQLObjectType(name, fields, interfaces=implemented, is_type_of=accepts)

    def _fields(self, prefix: str, names: list[str], at_least: int = 1) -> Any:
        count = max(at_least, self.draw.randint(1, self.recipe.fields))
        made: dict[str, GraphQLField] = {}

        def fields() -> dict[str, GraphQLField]:
            for n in range(0 if made else count):
                key = f"{prefix}{n}"
                type_ = self._type(names)
                if prefix in "qm" and isinstance(type_, GraphQLNonNull) and self.draw.random() < 0.8:
                    type_ = type_.of_type  # else one error mostly takes the whole response
                made[key] = self._field(type_, key, self._arguments())
            return made

        return fields

    def _type(self, names: list[str]) -> Any:
        composites: list[Any] = [*self.objects.values(), *self.interfaces, self.union]
        type_: Any = self.draw.choice(composites if self.draw.random() < 0.55 else self.leaves)
        for _ in range(self.draw.choice([0, 0, 1, 1, 2])):
            type_ = GraphQLList(self._maybe_non_null(type_))
        return self._maybe_non_null(type_)

    def _maybe_non_null(self, type_: Any) -> Any:
        return GraphQLNonNull(type_) if self.draw.random() < self.recipe.non_null else type_

    def _arguments(self) -> dict[str, GraphQLArgument]:
        arguments = {}
        for n in range(self.draw.choice([0, 0, 1, 2])):
            base = self.draw.choice(self.inputs)
            type_: Any = GraphQLList(base) if self.draw.random() < 0.2 else base
            default = DEFAULTS.get(base.name, Undefined) if type_ is base and self.draw.random() < 0.5 else Undefined
            if self.draw.random() < 0.4:
                type_ = GraphQLNonNull(type_)
            arguments[f"a{n}"] = GraphQLArgument(
                type_, default_value=default, out_name=self.draw.choice([None, f"b{n}"])
            )
        return arguments

    def _field(self, type_: Any, name: str, arguments: dict[str, GraphQLArgument]) -> GraphQLField:
        make = self.draw.choice([None, None, _graphene, _graphene_attribute, _plain, _batched, _batched, _mutating])
        resolve = make(self.data, type_, name) if make else None
        extensions = {"access": Refusing(name)} if self.draw.random() < self.recipe.trouble else None
        return GraphQLField(type_, arguments, resolve, extensions=extensions)

    def _resolve_type(self) -> Any:
        return self.draw.choice([None, partial(_resolve_type, self.recipe.trouble)])


class Refusing:
    """An access rule that refuses some parents, by what they are."""

    def __init__(self, name: str) -> None:
        self.name = name

    def refusals(self, _context: Any, parents: list[Any]) -> Sequence[Exception | None] | None:
        refused = [seeded(f"access {self.name} {token_of(parent)}").random() < 0.4 for parent in parents]
        if not any(refused):
            return None
        return [GraphQLError("not allowed", extensions={"code": "PERMISSION_DENIED"}) if r else None for r in refused]


def _graphene(_data: Data, _type: Any, name: str) -> Any:
    return partial(dict_or_attr_resolver, name, None)


def _graphene_attribute(_data: Data, _type: Any, name: str) -> Any:
    return partial(attr_resolver, name, "default")


def _value(data: Data, type_: Any, name: str, parent: Any, args: dict[str, Any]) -> Any:
    token = f"{token_of(parent)}/{name}({args})"
    draw = seeded("resolve " + token)
    if draw.random() < data.trouble:
        return draw.choice(RAISED)(token)
    return data.value(type_, token)


def _plain(data: Data, type_: Any, name: str) -> Any:
    def resolve(parent: Any, info: Any, **args: Any) -> Any:
        value = _value(data, type_, f"{name}@{info.path.as_list()}", parent, args)
        if isinstance(value, Exception):
            raise value
        return value

    return resolve


def _mutating(data: Data, type_: Any, name: str) -> Any:
    """Spoils arguments given as literals, which nobody else may notice. (Variables and defaults are always shared.)"""

    def resolve(parent: Any, info: Any, **args: Any) -> Any:
        value = _value(data, type_, f"{name}{info.field_nodes[0].loc.start}", parent, args)
        literal = {a.name.value[1:] for a in info.field_nodes[0].arguments if not isinstance(a.value, VariableNode)}
        for key, argument in args.items():
            if key[1:] in literal and isinstance(argument, dict | list):
                argument.clear()
        return value

    return resolve


def _batched(data: Data, type_: Any, name: str) -> Any:
    @batch
    def resolve(parents: list[Any], info: Any, **args: Any) -> list[Any]:
        return [_value(data, type_, name, parent, args) for parent in parents]

    return resolve


def _accepts(trouble: float, name: str, value: Any, _info: Any) -> bool:
    draw = seeded(f"{name} accepts {token_of(value)}")
    if draw.random() < trouble / 2:
        raise Broken("cannot tell")
    return draw.random() >= trouble


def _resolve_type(trouble: float, value: Any, _info: Any, _type: Any) -> Any:
    draw = seeded("type of " + token_of(value))
    if draw.random() < trouble:
        return draw.choice([None, "Nothing", "Colour", "Query", 5])
    if isinstance(value, dict):
        return value.get("__typename")
    return getattr(value, "_Thing__typename", None)


def _serialize_fragile(value: Any) -> Any:
    if not isinstance(value, int):
        raise TypeError(f"not an int: {type(value).__name__}")
    outcome = value % 10
    if outcome == 0:
        raise Broken(f"cannot serialize {value}")
    if outcome == 1:
        raise GraphQLError("fragile", extensions={"value": value})
    return {2: None, 5: Undefined, 3: {"made": value}}.get(outcome, value)


def _parse_fragile(value: Any) -> Any:
    if value == 10:
        raise Broken("ten")
    if value == 11:
        raise GraphQLError("eleven")
    return ("fragile", value)


DEFAULTS: dict[str, Any] = {
    "String": "d",
    "Int": 5,
    "Boolean": True,
    "Colour": "blue",
    "Inner": {"n": 3},
    "Fragile": None,
}
