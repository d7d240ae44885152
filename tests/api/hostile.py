"""Arguments that an enemy or a broken client would send, drawn for any field from the schema's types."""

from collections.abc import Iterator
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_nullable_type,
)

from tests.api.fitting import FITTING, WORDS, id_type
from tests.api.odd_values import (
    ALTERNATIVES,
    KEYS,
    ODD_DATES,
    ODD_DECIMALS,
    ODD_INTS,
    ODD_MOMENTS,
    ODD_OTHERS,
    ODD_TEXTS,
    OMITTED,
    ONE_OF,
    hostile_upload,
    odd_cursors,
    odd_ids,
    upload,
)
from tests.api.world import World


class FirstChoice(Random):
    """No chance at all: the first of every choice."""

    def choice(self, seq: Any) -> Any:
        return seq[0]

    def random(self) -> float:
        return 0.5


class Arguments:
    """The variables of one field: mostly fitting ones, with a hostile value in one place or in several."""

    def __init__(self, world: World, kind: str, name: str, field: GraphQLField) -> None:
        self.world, self.kind, self.name, self.field = world, kind, name, field
        self.share = 0.0
        self.complete = False
        self.inside = ""

    def draw(self, chance: Random) -> dict[str, Any]:
        self.chance = chance
        self.leaf, self.target = 0, chance.randint(-1, 3 * len(self.field.args))
        self.share, self.complete = chance.choice([0, 0, 0, 0, 0.1, 0.4]), False
        return self._values()

    def fitting(self) -> dict[str, Any]:
        """All arguments, and nothing hostile in them: ids of what the cast's first seller, its buyer or staff have."""
        self.chance, self.leaf, self.target, self.share, self.complete = FirstChoice(), 0, 0, 0.0, True
        return self._values()

    def _values(self) -> dict[str, Any]:
        values = {name: self._value(argument.type, name) for name, argument in self.field.args.items()}
        return {name: value for name, value in values.items() if value is not OMITTED}

    def _is_hostile(self) -> bool:
        """One place of the input, or every few of them."""
        self.leaf += 1
        return self.leaf == self.target or self.chance.random() < self.share

    def _value(self, type_: Any, name: str) -> Any:
        if isinstance(type_, GraphQLNonNull):
            return self._present(type_.of_type, name)
        if self.complete and name not in {"last", "after", "before", *ALTERNATIVES}:
            return self._present(type_, name)
        if name in {"last", "after", "before"} and not self._is_hostile():
            return OMITTED
        if name in ALTERNATIVES and "id" in self.field.args and self.chance.random() < 0.7:
            return OMITTED
        choice = self.chance.random()
        return OMITTED if choice < 0.25 else None if choice < 0.32 else self._present(type_, name)

    def _present(self, type_: Any, name: str) -> Any:
        if isinstance(type_, GraphQLList):
            return self._list(type_, name)
        if isinstance(type_, GraphQLInputObjectType):
            return self._object(type_)
        return self._hostile(type_, name) if self._is_hostile() else self._fitting(type_, name)

    def _object(self, type_: GraphQLInputObjectType) -> dict[str, Any]:
        outer, self.inside = self.inside, type_.name
        values = {key: self._value(field.type, key) for key, field in type_.fields.items()}
        self.inside = outer
        if type_.name in ONE_OF and (self.complete or self.chance.random() < 0.8):
            kept = self.chance.choice(ONE_OF[type_.name])
            values = {key: value for key, value in values.items() if key == kept or key not in ONE_OF[type_.name]}
        return {key: value for key, value in values.items() if value is not OMITTED}

    def _list(self, type_: Any, name: str) -> list[Any]:
        item = get_nullable_type(type_.of_type)
        if self._is_hostile():
            return [self._present(item, name)] * self.chance.choice([0, 2, 60, 300])
        return [self._present(item, name) for _ in range(self.chance.choice([1, 1, 1, 2, 3]))]

    def _hostile(self, type_: Any, name: str) -> Any:
        if type_.name == "Upload":
            return hostile_upload(self.chance)
        if self.chance.random() < 0.1:
            return self.chance.choice(ODD_OTHERS)
        if name in {"after", "before"}:
            return self.chance.choice(odd_cursors())
        if isinstance(type_, GraphQLEnumType):
            return self.chance.choice(list(type_.values))
        return self.chance.choice(self._odd(type_.name))

    def _odd(self, type_name: str) -> list[Any]:
        if type_name == "ID":
            return [*odd_ids(), *self.world.texts["ids"]]
        odd: dict[str, list[Any]] = {
            "Int": ODD_INTS, "Decimal": ODD_DECIMALS, "Date": ODD_DATES, "DateTime": ODD_MOMENTS,
            "Boolean": [True, False, "yes"], "PositiveDecimal": ODD_DECIMALS, "CountryCode": ODD_TEXTS,
            "UUID": [*KEYS, *ODD_TEXTS], "JSON": [*ODD_OTHERS, *ODD_TEXTS],
            "String": [*ODD_TEXTS, "".join(self._signs())],
        }  # fmt: skip
        return odd[type_name]

    def _signs(self) -> Iterator[str]:
        """Some signs from anywhere in Unicode."""
        for _ in range(self.chance.randint(1, 12)):
            yield chr(self.chance.choice([self.chance.randint(1, 0x2FF), self.chance.randint(1, 0x10FFFF)]))

    def _fitting(self, type_: Any, name: str) -> Any:
        choice = self.chance.choice
        if isinstance(type_, GraphQLEnumType):
            return choice(list(type_.values))
        match type_.name:
            case "ID":
                return self._id(name)
            case "Upload":
                files = ["products.xlsx", "exhibitors.xlsx", "picture.png", "denied.xml", "rules.csv", "lots.csv"]
                files.append("hall.svg")
                return upload(choice(files))
            case "UUID":
                return choice(self.world.texts[f"UUID {name}"])
        given, own = self.world.texts, f"{self.name} {name}"
        words = given.get(own) or given.get(name) or WORDS.get(own) or WORDS.get(name)
        return choice(words or FITTING[type_.name])

    def _id(self, name: str) -> str:
        if name == "deliveryMethodId":
            return self.chance.choice(self.world.texts["deliveryMethodId"])
        type_name = id_type(self.kind, self.name, name, self.inside)
        if type_name in self.world.own and self.chance.random() < 0.75:
            return self.chance.choice(self.world.own[type_name])
        return self.chance.choice(self.world.texts[f"ids of {type_name}"])
