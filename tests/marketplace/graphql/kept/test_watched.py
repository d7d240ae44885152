"""What a statement has read: rows of some keys only where that is all that it can find."""

import pytest

from marketplace.graphql.kept.watched import Watched, reads_of

WATCHED = {"stock": Watched("stock", "variant_id"), "shop": Watched("shop")}
TABLES = frozenset({"stock", "shop", "secret"})
KEYED = [
    ('SELECT a FROM "stock" WHERE "stock"."variant_id" = ANY(%s)', [[1, 2]]),
    ('SELECT a FROM "stock" WHERE ("x" = %s AND "stock"."variant_id" IN (%s, %s))', [9, 1, 2]),
    ('SELECT a FROM "stock" WHERE ("stock"."variant_id" IN (%s, %s) AND NOT ("stock"."mode" = %s))', [1, 2, 9]),
]
OF_ANY = [
    ('SELECT a FROM "stock" WHERE NOT ("stock"."variant_id" IN (%s))', [1]),
    ('SELECT a FROM "stock" WHERE ("stock"."variant_id" = %s OR "stock"."b" = %s)', [1, 2]),
    ('SELECT a FROM "stock" WHERE "stock"."quantity" > %s', [1]),
    ('SELECT a FROM "stock" s WHERE x IN (SELECT b FROM "stock" WHERE "stock"."variant_id" = %s)', [1]),
]


@pytest.mark.parametrize(("sql", "params"), KEYED)
def test_rows_of_some_keys(sql: str, params: list[object]) -> None:
    assert reads_of([(sql, params)], WATCHED, TABLES) == {("stock", "1"), ("stock", "2")}


@pytest.mark.parametrize(("sql", "params"), OF_ANY)
def test_rows_of_any_key(sql: str, params: list[object]) -> None:
    assert reads_of([(sql, params)], WATCHED, TABLES) == {("stock", None)}


def test_more_than_one_table_is_read_whole() -> None:
    sql = 'SELECT a FROM "stock" JOIN "shop" ON b WHERE "stock"."variant_id" = %s'
    assert reads_of([(sql, [1])], WATCHED, TABLES) == {("stock", None), ("shop", None)}


@pytest.mark.parametrize(
    "sql", ['SELECT a FROM "secret"', 'UPDATE "stock" SET a = 1', 'SELECT a FROM "stock" FOR UPDATE']
)
def test_what_cannot_be_followed(sql: str) -> None:
    assert reads_of([(sql, [])], WATCHED, TABLES) is None
