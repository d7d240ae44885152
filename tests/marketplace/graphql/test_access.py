from typing import Any

import pytest

from marketplace.graphql import (
    ANYONE,
    SIGNED_IN,
    Context,
    Field,
    Interface,
    List,
    Mutation,
    ObjectType,
    String,
    UndeclaredAccess,
    Union,
    object_rule,
    permission,
)
from tests.marketplace.graphql.shop import Person, Schema, ask, codes, schema

NOBODY = Context()
SOMEBODY = Context(actor=Person(id=1))
STAFF = Context(actor=Person(id=2, permissions=["wares.see"]))
EVEN = object_rule("an even number", lambda context, parents: [number % 2 == 0 for number in parents])


def verdicts(rule: Any, context: Context, parents: list[Any]) -> list[bool]:
    refusals = rule.refusals(context, parents)
    return [True] * len(parents) if refusals is None else [refusal is None for refusal in refusals]


@pytest.mark.parametrize(
    ("rule", "context", "expected"),
    [
        (ANYONE, NOBODY, [True, True]),
        (SIGNED_IN, NOBODY, [False, False]),
        (SIGNED_IN, SOMEBODY, [True, True]),
        (permission("wares.see"), SOMEBODY, [False, False]),
        (permission("wares.see"), STAFF, [True, True]),
        (EVEN, NOBODY, [False, True]),
        (EVEN | permission("wares.see"), STAFF, [True, True]),
        (permission("wares.see") | EVEN, SOMEBODY, [False, True]),
        (EVEN & SIGNED_IN, NOBODY, [False, False]),
        (SIGNED_IN & EVEN, SOMEBODY, [False, True]),
        (EVEN & EVEN, SOMEBODY, [False, True]),
        (ANYONE | EVEN, NOBODY, [True, True]),
        (ANYONE & EVEN, NOBODY, [False, True]),
    ],
)
def test_rules_combine(rule: Any, context: Context, expected: list[bool]) -> None:
    assert verdicts(rule, context, [1, 2]) == expected


def test_second_rule_is_only_asked_about_what_the_first_left_open() -> None:
    asked: list[Any] = []

    def remember(context: Any, parents: Any) -> list[bool]:
        asked.extend(parents)
        return [True] * len(parents)

    assert verdicts(EVEN | object_rule("anything", remember), SOMEBODY, [1, 2, 3]) == [True, True, True]
    assert asked == [1, 3]


def test_a_rule_that_answers_too_few_is_a_defect() -> None:
    with pytest.raises(TypeError, match="1 times for 2 parents"):
        object_rule("short", lambda context, parents: [True]).refusals(NOBODY, [1, 2])


def test_refused_elements_are_null_with_an_error_each() -> None:
    result = ask("{ wares { id secret } }", actor=Person(id=1))
    assert [ware["secret"] for ware in result.data["wares"]] == ["secret 1", None, "secret 3"]
    assert codes(result) == ["PERMISSION_DENIED"]
    assert result.errors[0]["path"] == ["wares", 1, "secret"]


def test_anonymous_is_asked_to_sign_in() -> None:
    result = ask("{ mine }")
    assert result.data == {"mine": None}
    assert codes(result) == ["UNAUTHENTICATED"]


def test_undeclared_fields_stop_the_start() -> None:
    class Loose(Mutation):
        one = String()

    class Thing(ObjectType):
        name = String()
        known = Field(String, access=ANYONE)

    class Query(ObjectType):
        class Meta:
            access = ANYONE

        thing = Field(Thing)

    class Forgetful(ObjectType):
        forgotten = String()

    class Assembled(Query, Forgetful, ObjectType):
        class Meta:
            access = ANYONE

    class Mutations(ObjectType):
        class Meta:
            access = ANYONE

        loose = Loose.Field()

    with pytest.raises(UndeclaredAccess) as caught:
        Schema(query=Assembled, mutation=Mutations)
    assert caught.value.fields == ["Assembled.forgotten", "Mutations.loose", "Thing.name"]


def test_a_mixin_keeps_its_own_rule_in_the_assembled_type() -> None:
    class Open(ObjectType):
        class Meta:
            access = ANYONE

        free = String()

    class Closed(ObjectType):
        class Meta:
            access = SIGNED_IN

        dear = String()

    class Query(Open, Closed, ObjectType):
        pass

    fields = Schema(query=Query).graphql_schema.query_type.fields  # type: ignore[union-attr]
    assert fields["free"].extensions["declared"] is ANYONE
    assert fields["dear"].extensions["access"] is SIGNED_IN


def test_rules_are_printed() -> None:
    sdl = schema.sdl()
    assert "Not for everybody.\n  \n  Requires: being the owner or permission wares.see." in sdl
    assert 'Requires: being signed in.\n  """\n  wareCreate(' in sdl
    assert (EVEN & (SIGNED_IN | ANYONE)).description == "an even number and (being signed in or nothing)"


def test_no_way_to_a_field_goes_around_its_rule() -> None:
    """Interfaces, unions, fragments, aliases and directives all end at the field of the concrete type."""

    class Named(Interface):
        name = String()

        @classmethod
        def resolve_type(cls, instance: Any, info: Any) -> Any:
            return Hidden

    class Hidden(ObjectType):
        class Meta:
            access = SIGNED_IN
            interfaces = (Named,)

        name = String()

    class Either(Union):
        class Meta:
            types = (Hidden,)

        resolve_type = Named.resolve_type

    class Query(ObjectType):
        class Meta:
            access = ANYONE

        named = Field(Named)
        either = Field(Either)
        hidden = Field(Hidden)
        many = List(Named)

        @staticmethod
        def resolve_many(root: Any, info: Any) -> list[Any]:
            return [{"name": "hidden"}, {"name": "hidden"}]

        resolve_named = resolve_either = resolve_hidden = staticmethod(lambda root, info: {"name": "hidden"})

    document = """query($yes: Boolean = true) {
      named { name ... on Hidden { a: name } ... @include(if: $yes) { b: name } }
      either { ...F ... on Named { c: name } }
      hidden { ... on Named { name } ...F }
      many { name }
    } fragment F on Hidden { f: name }"""
    made = Schema(query=Query, types=[Hidden])
    assert "hidden" not in str(ask(document, schema=made).data.values())
    assert str(ask(document, schema=made, actor=Person()).data).count("'hidden'") == 9 + 1
