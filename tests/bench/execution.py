"""The engine against graphql-core's executor: same graphene schema, same document, same data, no database.

A page of 20 products with 2 variants each: 500 scalar fields. Both executors get the document parsed and validated;
their runs alternate in one process, and medians are compared.
"""

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter
from types import SimpleNamespace
from typing import Any

import graphene
from graphql import GraphQLSchema, execute_sync, parse, validate

from marketplace.graphql.engine import execute, prepare
from tests.bench.row import Row

DOCUMENT = """{
  products {
    id name slug description thumbnail brand rating available minimumOrder
    category { id name }
    price { amount currency }
    variants { id name sku stock price { amount currency } }
  }
}"""


class Money(graphene.ObjectType):
    amount = graphene.Float()
    currency = graphene.String()


class Category(graphene.ObjectType):
    id = graphene.ID()
    name = graphene.String()


class Variant(graphene.ObjectType):
    id = graphene.ID()
    name = graphene.String()
    sku = graphene.String()
    stock = graphene.Int()
    price = graphene.Field(Money)


class Product(graphene.ObjectType):
    id = graphene.ID()
    name = graphene.String()
    slug = graphene.String()
    description = graphene.String()
    thumbnail = graphene.String()
    brand = graphene.String()
    rating = graphene.Float()
    available = graphene.Boolean()
    minimum_order = graphene.Int()
    category = graphene.Field(Category)
    price = graphene.Field(Money)
    variants = graphene.List(graphene.NonNull(Variant))


class Query(graphene.ObjectType):
    products = graphene.List(graphene.NonNull(Product))

    @staticmethod
    def resolve_products(root: Any, _info: Any) -> Any:
        return root


def page() -> list[SimpleNamespace]:
    price = SimpleNamespace(amount=12.5, currency="USD")
    return [_product(number, price) for number in range(20)]


def _product(number: int, price: SimpleNamespace) -> SimpleNamespace:
    variants = [
        SimpleNamespace(id=f"{number}-{n}", name=f"Size {n}", sku=f"SKU-{number}-{n}", stock=n, price=price)
        for n in range(2)
    ]
    return SimpleNamespace(
        id=str(number),
        name=f"Ceramic vase {number}",
        slug=f"ceramic-vase-{number}",
        description="Thrown and glazed by hand. " * 8,
        thumbnail=f"/media/{number}.webp",
        brand="Lò Lu",
        rating=4.5,
        available=True,
        minimum_order=50,
        category=SimpleNamespace(id="1", name="Ceramics"),
        price=price,
        variants=variants,
    )


def measure(rounds: int = 40) -> tuple[float, float]:
    """Median milliseconds per execution: the engine's and graphql-core's."""
    schema: GraphQLSchema = graphene.Schema(query=Query).graphql_schema
    document = parse(DOCUMENT)
    assert validate(schema, document) == []
    operation, products = prepare(schema, document), page()
    runs: tuple[Callable[[], Any], Callable[[], Any]] = (
        lambda: execute(schema, operation, root_value=products),
        lambda: execute_sync(schema, document, products),
    )
    assert runs[0]() == runs[1]()
    times: tuple[list[float], list[float]] = ([], [])
    gc.collect()
    for _ in range(rounds):
        for run, taken in zip(runs, times, strict=True):
            taken.append(_seconds_per_call(run))
    return median(times[0]) * 1000, median(times[1]) * 1000


def _seconds_per_call(run: Callable[[], Any], calls: int = 20) -> float:
    started = perf_counter()
    for _ in range(calls):
        run()
    return (perf_counter() - started) / calls


def leaves(value: Any) -> int:
    """How many scalar fields a response has."""
    if isinstance(value, dict):
        return sum(map(leaves, value.values()))
    return sum(map(leaves, value)) if isinstance(value, list) else 1


def rows() -> list[Row]:
    ours, core = measure()
    return [Row("execute a page of 20 products, 500 fields; against graphql-core", ours, "ms", core, core / ours)]
