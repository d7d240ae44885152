"""Generated documents: valid for their schema, with fragments, directives, merging fields and variables.

A field's arguments come from few variants per document, and its response key names field and variant, so equal keys
always merge and nearly every document is valid.
"""

from random import Random
from typing import Any

from graphql import (
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_enum_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from graphql.pyutils import Undefined


class DocumentMaker:
    def __init__(self, schema: GraphQLSchema, draw: Random, depth: int) -> None:
        self.schema = schema
        self.draw = draw
        self.depth = depth
        self.variables: dict[str, tuple[str, Any]] = {}  # name -> declaration, type (None for a condition)
        self.fragments: dict[str, str] = {}
        self.fragment_types: dict[str, Any] = {}
        self.arguments: dict[tuple[str, str, int], str] = {}

    def document(self) -> str:
        kind = self.draw.choice(["query", "query", "query", "mutation"])
        root = self.schema.query_type if kind == "query" else self.schema.mutation_type
        body = self.selection(root, self.depth)
        declared = ", ".join(declaration for declaration, _ in self.variables.values())
        head = f"{kind} Op{f'({declared})' if declared else ''}"
        return "\n".join([f"{head} {body}", *self.fragments.values()])

    def selection(self, type_: Any, depth: int) -> str:
        lines = [self.line(type_, depth) for _ in range(self.draw.randint(1, 4))]
        if self.draw.random() < 0.2:
            lines.append("__typename")
        if type_ is self.schema.query_type and self.draw.random() < 0.05:
            lines.append('__type(name: "O0") { name fields { name type { kind ofType { name } } } }')
        return "{ " + " ".join(lines) + " }"

    def line(self, type_: Any, depth: int) -> str:
        chance = self.draw.random()
        if depth > 0 and chance < 0.15:
            return self.inline(type_, depth)
        if depth > 0 and chance < 0.3:
            return self.spread(type_, depth)
        return self.field(type_, depth)

    def inline(self, type_: Any, depth: int) -> str:
        if self.draw.random() < 0.2:
            return f"...{self.directive()} {self.selection(type_, depth - 1)}"
        narrowed = self.draw.choice(self.overlapping(type_))
        return f"... on {narrowed.name}{self.directive()} {self.selection(narrowed, depth - 1)}"

    def spread(self, type_: Any, depth: int) -> str:
        reachable = self.overlapping(type_)
        known = [name for name, on in self.fragment_types.items() if on in reachable]
        if known and self.draw.random() < 0.5:
            name = self.draw.choice(known)
        else:
            narrowed = self.draw.choice(reachable)
            body = self.selection(narrowed, depth - 1)  # before it gets its name: a fragment never contains itself
            name = f"F{len(self.fragments)}"
            self.fragments[name] = f"fragment {name} on {narrowed.name} {body}"
            self.fragment_types[name] = narrowed
        return f"...{name}{self.directive()}"

    def overlapping(self, type_: Any) -> list[Any]:
        mine = self.possible(type_)
        types = [t for t in self.schema.type_map.values() if is_composite_type(t) and not t.name.startswith("__")]
        return [t for t in types if t is type_ or self.possible(t) & mine]

    def possible(self, type_: Any) -> set[Any]:
        return set(self.schema.get_possible_types(type_)) if is_abstract_type(type_) else {type_}

    def field(self, type_: Any, depth: int) -> str:
        fields = getattr(type_, "fields", {})
        usable = [name for name, field in fields.items() if depth > 0 or is_leaf_type(get_named_type(field.type))]
        if not usable:
            return f"__typename{self.directive()}"
        name = self.draw.choice(usable)
        field = fields[name]
        variant = self.draw.choice([0, 0, 1])
        key = (type_.name, name, variant)
        if key not in self.arguments:
            self.arguments[key] = self.call(field)
        alias = "" if variant == 0 and not field.args else f"{name}_{type_.name}_{variant}: "
        named = get_named_type(field.type)
        below = "" if is_leaf_type(named) else " " + self.selection(named, depth - 1)
        return f"{alias}{name}{self.arguments[key]}{self.directive()}{below}"

    def call(self, field: Any) -> str:
        given = []
        for name, argument in field.args.items():
            required = is_non_null_type(argument.type) and argument.default_value is Undefined
            if not required and self.draw.random() < 0.3:
                continue
            if self.draw.random() < 0.45:
                given.append(f"{name}: {self.variable(argument)}")
            else:
                given.append(f"{name}: {self.literal(argument.type)}")
        return f"({', '.join(given)})" if given else ""

    def variable(self, argument: Any) -> str:
        name = f"v{len(self.variables)}"
        type_ = argument.type
        default = ""
        if is_non_null_type(type_) and argument.default_value is not Undefined and self.draw.random() < 0.5:
            type_ = type_.of_type  # allowed, because the argument has a default
        elif self.draw.random() < 0.3:
            default = f" = {self.literal(type_)}"
            if is_non_null_type(type_) and self.draw.random() < 0.5:
                type_ = type_.of_type  # allowed, because the variable has one
        self.variables[name] = (f"${name}: {type_}{default}", type_)
        return f"${name}"

    def directive(self) -> str:
        if self.draw.random() > 0.15:
            return ""
        kind = self.draw.choice(["skip", "include"])
        chance = self.draw.random()
        if chance < 0.3:
            return f" @{kind}(if: {self.draw.choice(['true', 'false'])})"
        name, declaration = self.draw.choice(
            [("c0", "$c0: Boolean!"), ("c1", "$c1: Boolean!"), ("c2", "$c2: Boolean = true")]
        )
        self.variables[name] = (declaration, None)
        return f" @{kind}(if: ${name})"

    def literal(self, type_: Any) -> str:
        if is_non_null_type(type_):
            return self.literal(type_.of_type)
        if is_list_type(type_):
            if self.draw.random() < 0.3:
                return self.literal(type_.of_type)
            return f"[{', '.join(self.literal(type_.of_type) for _ in range(self.draw.randint(0, 2)))}]"
        if is_input_object_type(type_):
            deeper = f", deeper: {self.literal(type_)}" if self.draw.random() < 0.2 else ""
            fragile = f", f: {self.literal(type_.fields['f'].type)}" if self.draw.random() < 0.4 else ""
            return f"{{n: {self.draw.randint(0, 9)}{fragile}{deeper}}}"
        if is_enum_type(type_):
            return self.draw.choice(["RED", "BLUE", "NONE"])
        return str(self.draw.choice(LITERALS[type_.name]))

    def values(self) -> dict[str, Any]:
        """Values for the document's variables: mostly right, sometimes missing, null or wrong."""
        given: dict[str, Any] = {}
        for name, (_, type_) in self.variables.items():
            chance = self.draw.random()
            if type_ is None:
                if name != "c2" or chance < 0.7:
                    given[name] = self.draw.choice([True, False]) if chance > 0.02 else None
            elif chance < 0.9 or (is_non_null_type(type_) and chance < 0.98):
                given[name] = self.value(type_)
            elif chance < 0.95:
                given[name] = self.draw.choice([None, "wrong", 5, [], {}, {"n": "x"}, {"m": 1}, [None, 3.5], 10, 11])
        return given

    def value(self, type_: Any) -> Any:
        if is_non_null_type(type_):
            return self.value(type_.of_type)
        if is_list_type(type_):
            return [self.value(type_.of_type) for _ in range(self.draw.randint(0, 2))]
        if is_input_object_type(type_):
            return {"n": self.draw.randint(0, 9), **({"f": 14} if self.draw.random() < 0.3 else {})}
        if is_enum_type(type_):
            return self.draw.choice(["RED", "BLUE", "NONE"])
        return self.draw.choice(VALUES[type_.name])


LITERALS: dict[str, list[Any]] = {
    "String": ['"x"', '""'],
    "Int": [0, 7, -3],
    "Float": [1, 2.5],
    "Boolean": ["true", "false"],
    "ID": ['"i"', 4],
    "Fragile": [13, 14],
}
VALUES: dict[str, list[Any]] = {
    "String": ["x", ""],
    "Int": [0, 7, -3, 4.0],
    "Float": [1, 2.5],
    "Boolean": [True, False],
    "ID": ["i", 4],
    "Fragile": [13, 14],
}
