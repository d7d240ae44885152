"""Data for generated schemas. A value follows from its token alone, so every executor finds the same data."""

from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from graphql.pyutils import Undefined

from tests.marketplace.graphql.engine.recipe import seeded


class Broken(Exception):
    """What troubled data raises."""


class Data:
    """Makes values of output types. `trouble` is how often a value isn't what its type says."""

    def __init__(self, *, trouble: float, items: int) -> None:
        self.trouble = trouble
        self.items = items
        self.schema: GraphQLSchema | None = None

    def value(self, type_: GraphQLOutputType, token: str, depth: int = 0) -> Any:
        draw = seeded(token)
        if draw.random() < self.trouble:
            return draw.choice(TROUBLES)(token)
        if is_non_null_type(type_):
            return self.value(type_.of_type, token + "!", depth)
        if draw.random() < 0.05:
            return None
        if is_list_type(type_):
            count = draw.randint(0, self.items)
            items = [self.value(type_.of_type, f"{token}.{index}", depth) for index in range(count)]
            return draw.choice([list, list, tuple, Countable, lambda i: Breaking(i, draw.random() < self.trouble * 4)])(
                items
            )
        if is_leaf_type(type_):
            return self.leaf(type_, draw)
        return self.thing(type_, token, draw, depth)

    def leaf(self, type_: Any, draw: Random) -> Any:
        if isinstance(type_, GraphQLEnumType):
            return draw.choice([value.value for value in type_.values.values()])
        odd = draw.random() < self.trouble * 2
        return draw.choice((ODD_LEAVES if odd else GOOD_LEAVES)[type_.name])

    def thing(self, type_: Any, token: str, draw: Random, depth: int) -> Any:
        assert self.schema is not None
        if is_abstract_type(type_):
            possible = self.schema.get_possible_types(type_)
            everything = [t for t in self.schema.type_map.values() if isinstance(t, GraphQLObjectType)]
            type_ = draw.choice(everything if draw.random() < self.trouble or not possible else possible)
        kind = draw.choice([Thing, Thing, KeyedThing, MappedThing, None])
        if kind is not None:
            return kind(self, type_, token)
        fields = (
            {} if depth > 1 else {n: self.value(f.type, f"{token}/{n}", depth + 1) for n, f in type_.fields.items()}
        )
        return {"__typename": type_.name, "token": token, **fields}

    def read(self, type_: GraphQLObjectType, token: str, name: str) -> Any:
        """A field's value as a property would give it: it may raise."""
        field = type_.fields.get(name)
        if field is None:
            raise AttributeError(name)
        below = f"{token}/{name}"
        draw = seeded("read " + below)
        if draw.random() < self.trouble:
            raise draw.choice(RAISED)(below)
        if draw.random() < self.trouble and field.resolve is None:
            return lambda info, **args: self.value(field.type, f"{below}({args})@{info.path.as_list()}")
        return self.value(field.type, below)


class Thing:
    """An object whose attributes are made when they are read."""

    def __init__(self, data: Data, type_: GraphQLObjectType, token: str) -> None:
        self.__typename = type_.name
        self._data = data
        self._type = type_
        self.token = token

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._data.read(self._type, self.token, name)


class KeyedThing(dict[str, Any]):
    """A dict whose values are made when they are read."""

    def __init__(self, data: Data, type_: GraphQLObjectType, token: str) -> None:
        super().__init__(token=token)
        self._data = data
        self._type = type_

    def get(self, name: str, default: Any = None) -> Any:
        if name in ("__typename", "token"):
            return self._type.name if name == "__typename" else self["token"]
        try:
            return self._data.read(self._type, self["token"], name)
        except AttributeError:
            return default


class MappedThing(Mapping[str, Any]):
    """A mapping that isn't a dict: some resolvers read it by key, others by attribute."""

    def __init__(self, data: Data, type_: GraphQLObjectType, token: str) -> None:
        self._keyed = KeyedThing(data, type_, token)

    def __getitem__(self, name: str) -> Any:
        return self._keyed.get(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keyed)

    def __len__(self) -> int:
        return len(self._keyed)


class Countable:
    """Iterable, and neither list nor tuple."""

    def __init__(self, items: list[Any]) -> None:
        self.items = items

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)


class Breaking(Countable):
    """An iterable that may raise after its last item."""

    def __init__(self, items: list[Any], breaks: bool) -> None:
        super().__init__(items)
        self.breaks = breaks

    def __iter__(self) -> Iterator[Any]:
        yield from self.items
        if self.breaks:
            raise Broken(f"after {len(self.items)}")


def token_of(parent: Any) -> str:
    if isinstance(parent, Mapping):
        return str(parent.get("token"))
    return str(getattr(parent, "token", None) or type(parent).__name__)


RAISED: list[Callable[[str], Exception]] = [
    lambda token: Broken(token),
    lambda token: GraphQLError("refused " + token, extensions={"code": "REFUSED", "token": token}),
    lambda token: GraphQLError("elsewhere", path=["some", "where", 3]),
    lambda token: AttributeError("no attribute " + token),
    lambda token: StopIteration(),
    lambda token: KeyError(token),
]

TROUBLES: list[Callable[[str], Any]] = [
    lambda token: None,
    lambda token: None,
    lambda token: Undefined,
    lambda token: Broken("value " + token),
    lambda token: GraphQLError("value", extensions={"token": token}),
    lambda token: 7,
    lambda token: "text " + token,
    lambda token: 2.5,
    lambda token: [1, None, "x"],
    lambda token: {"__typename": "Nothing"},
    lambda token: {"__typename": "Colour"},
    lambda token: object(),
]

GOOD_LEAVES: dict[str, list[Any]] = {
    "String": ["", "a", "b"],
    "ID": ["1", "x", 7],
    "Int": [0, 1, -5, 2147483647],
    "Float": [0.0, 1.5, -2.25, 3],
    "Boolean": [True, False],
    "Fragile": [13, 14, 23],
}
ODD_LEAVES: dict[str, list[Any]] = {
    "String": [1, 2.5, True, b"x", [], float("nan"), object],
    "ID": [2.0, 2.5, True, None, b"x"],
    "Int": [2147483648, -2147483649, "12", "", 2.0, 2.5, True, "x"],
    "Float": [float("nan"), float("inf"), "1.5", "", True, None],
    "Boolean": [1, 0, 2.5, "true", None],
    "Fragile": [10, 11, 12, 15, 16, "x"],
}
