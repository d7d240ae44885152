import asyncio
from collections.abc import AsyncIterator
from typing import Any

from marketplace.graphql import ANYONE, SIGNED_IN, Context, Field, Int, ObjectType, Schema
from tests.marketplace.graphql.shop import Person, Query


class Tick(ObjectType):
    class Meta:
        access = ANYONE

    number = Int()
    private = Field(Int, access=SIGNED_IN)


class Subscription(ObjectType):
    class Meta:
        access = ANYONE

    ticks = Field(Tick, upto=Int(required=True))
    closed = Field(Tick, access=SIGNED_IN)

    @staticmethod
    async def subscribe_ticks(root: Any, info: Any, upto: int) -> AsyncIterator[dict[str, int]]:
        for number in range(upto):
            yield {"number": number, "private": number}

    @staticmethod
    async def subscribe_closed(root: Any, info: Any) -> AsyncIterator[dict[str, int]]:
        raise AssertionError("the stream of a refused caller was opened")
        yield {}


schema = Schema(query=Query, subscription=Subscription)


def events(document: str, variables: dict[str, Any] | None = None, *, actor: Any = None) -> list[Any]:
    async def collect() -> list[Any]:
        context = Context(actor=actor) if actor else Context()
        return [result async for result in schema.subscribe(document, variables, context=context)]

    return asyncio.run(collect())


def test_every_event_is_executed() -> None:
    document = "subscription($n: Int!) { ticks(upto: $n) { number } }"
    assert [result.data for result in events(document, {"n": 3})] == [{"ticks": {"number": n}} for n in range(3)]


def test_access_holds_in_every_event() -> None:
    [result] = events("subscription { ticks(upto: 1) { number private } }")
    assert result.data == {"ticks": {"number": 0, "private": None}}
    assert result.errors[0]["extensions"]["code"] == "UNAUTHENTICATED"
    [allowed] = events("subscription { ticks(upto: 1) { private } }", actor=Person())
    assert allowed.data == {"ticks": {"private": 0}}


def test_a_refused_caller_opens_no_stream() -> None:
    [result] = events("subscription { closed { number } }")
    assert result.data is None
    assert result.errors[0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_what_cannot_be_executed_is_refused_once() -> None:
    for document in ("subscription { nothing }", "{", "subscription($n: Int!) { ticks(upto: $n) { number } }"):
        [result] = events(document)
        assert result.errors


def test_a_subscription_is_not_a_query() -> None:
    result = schema.execute("subscription { ticks(upto: 1) { number } }", context=Context())
    assert result.errors
    assert not result.executed
