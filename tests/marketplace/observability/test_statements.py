"""Statements are counted; slow ones are logged with the operation and without a value."""

import pytest
from django.db import connection

from marketplace.observability import statements, work
from marketplace.observability.sanitised import named, sanitised
from tests.factories.accounts import make_user
from tests.logged_lines import logged_lines


@pytest.mark.django_db
def test_they_are_counted_for_the_work_in_hand() -> None:
    connection.ensure_connection()
    with work.working("request", "page") as doing:
        make_user()
    assert doing.statements >= 1 and doing.statement_seconds > 0


@pytest.mark.django_db
def test_a_slow_one_says_whose_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    connection.ensure_connection()
    monkeypatch.setattr(statements, "_slow_seconds", 0.0)
    with logged_lines() as lines, work.working("request", "products/<str:slug>") as doing:
        doing.operation = "ProductPage"
        make_user(email="sanne@example.org", first_name="Sanne")
    line = next(line for line in lines.of("slow statement") if "INSERT" in line["statement"])
    assert (line["operation"], line["page"]) == ("ProductPage", "products/<str:slug>")
    assert "anne" not in lines.text and line["milliseconds"] >= 0


@pytest.mark.parametrize(
    ("sql", "clean"),
    [
        ("SELECT a FROM t WHERE e = 'sanne@example.org' AND n > 12.5", "SELECT a FROM t WHERE e = ? AND n > ?"),
        ("SELECT 'it''s' /* An */ FROM t1 -- An", "SELECT ? FROM t1"),
        ('SELECT "t"."id" FROM "t" WHERE "t"."id" IN (%s, %s, %s)', 'SELECT "t"."id" FROM "t" WHERE "t"."id" IN (…)'),
    ],
)
def test_values_are_taken_out(sql: str, clean: str) -> None:
    assert sanitised(sql) == clean


def test_a_statement_is_named_for_its_table() -> None:
    assert named('SELECT "a"."id" FROM "orders_order" WHERE 1') == "SELECT orders_order"
    assert named("SAVEPOINT x") == "SAVEPOINT"
