"""Migrations run while the previous version still serves: none may lock a table that is in use, or take away what that
version reads. `infra/decisions/migrations.md` says how it is done instead.

The migrations of `baseline_migrations.txt` made the tables before anybody used them. Every later one is looked at.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

BASELINE = frozenset(Path(__file__).with_name("baseline_migrations.txt").read_text().split())
OWN = ("marketplace", "catalog", "orders", "logistics", "i18n", "frontend")
INDEX = "an index locks its table while it is made: use AddIndexConcurrently (atomic = False)"
WITHOUT_DEFAULT = "the previous version inserts rows without this column: give it a db_default, or let it be NULL"
GONE = "the previous version still reads it: stop using it in one release, remove it in the next (`removes_unused`)"
REWRITES = "this rewrites or checks the whole table: add a new column, fill it in batches, then switch"
CONSTRAINT = (
    "adding it checks every row under a lock: AddConstraintNotValid, then ValidateConstraint in a later migration"
)
ROWS = "code over rows must not hold one transaction: atomic = False, in batches, and say so with `in_batches = True`"
SQL = "plain SQL is not understood here: say `does_not_lock = True` on the migration when it locks nothing"


def objections(name: str, migration: migrations.Migration) -> Iterator[str]:
    """What is wrong with each operation, in words; ``name`` is ``app.migration``."""
    created: set[str] = set()
    for operation in migration.operations:
        parts = getattr(operation, "operations", None) or getattr(operation, "database_operations", None)
        for each in parts if parts is not None else [operation]:
            if isinstance(each, migrations.CreateModel):
                created.add(each.name.lower())
            elif _model(each) not in created and (why := _objection(each, migration)):
                yield f"{name}: {each.describe()}: {why}"


def _model(operation: Operation) -> str:
    name = getattr(operation, "model_name", None) or getattr(operation, "name", "")
    return str(name).lower()


def _objection(operation: Operation, migration: migrations.Migration) -> str:
    match operation:
        case AddIndexConcurrently():
            return "" if not migration.atomic else "it cannot run in a transaction: atomic = False"
        case migrations.AddIndex() | migrations.AlterIndexTogether() | migrations.AlterUniqueTogether():
            return INDEX
        case migrations.AddField():
            return _new_column(operation.field)
        case migrations.AlterField():
            return _altered(operation, migration)
        case migrations.RemoveField() | migrations.DeleteModel():
            return "" if getattr(migration, "removes_unused", False) else GONE
        case migrations.RenameField() | migrations.RenameModel() | migrations.AlterModelTable():
            return "the previous version knows the old name: add, copy, switch, and remove the old one later"
        case migrations.AddConstraint():
            return "" if type(operation).__name__ == "AddConstraintNotValid" else CONSTRAINT
        case migrations.RunPython():
            return "" if getattr(migration, "in_batches", False) and not migration.atomic else ROWS
        case migrations.RunSQL():
            return "" if getattr(migration, "does_not_lock", False) else SQL
    return ""


def _new_column(field: Any) -> str:
    if field.many_to_many:
        return ""  # a table of its own
    if field.unique or field.db_index:  # a foreign key has an index unless it says db_index=False
        return INDEX
    if not field.null and not field.has_db_default() and not field.generated:
        return WITHOUT_DEFAULT
    return REWRITES if field.generated else ""


def _altered(operation: Any, migration: migrations.Migration) -> str:
    """Words for people and choices are no change of the table; everything else has to say what it is."""
    return "" if getattr(migration, "alters_no_column", False) else REWRITES


def later() -> Iterator[tuple[str, migrations.Migration]]:
    for (app, name), migration in sorted(MigrationLoader(None).disk_migrations.items()):
        if type(migration).__module__.split(".")[0] in OWN and f"{app}.{name}" not in BASELINE:
            yield f"{app}.{name}", migration


def test_no_migration_locks_a_table_in_use_or_breaks_the_previous_version() -> None:
    assert [text for name, migration in later() for text in objections(name, migration)] == []


def test_the_baseline_names_only_what_is_there() -> None:
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    assert known >= BASELINE, "a migration that was released is never renamed or removed"


def planted(*operations: Operation, **marks: Any) -> migrations.Migration:
    kind = type("Planted", (migrations.Migration,), {"operations": list(operations), **marks})
    return kind("9999_planted", "catalog")


TEXT = models.CharField(max_length=10)
INDEX_OF = models.Index(fields=["name"], name="planted")
LOCKING = {
    "index": planted(migrations.AddIndex("product", INDEX_OF)),
    "index in a transaction": planted(AddIndexConcurrently("product", INDEX_OF)),
    "not null": planted(migrations.AddField("product", "colour", models.CharField(max_length=10, default=""))),
    "unique column": planted(migrations.AddField("product", "colour", models.CharField(null=True, unique=True))),
    "indexed column": planted(migrations.AddField("product", "colour", models.CharField(null=True, db_index=True))),
    "type": planted(migrations.AlterField("product", "name", models.TextField())),
    "drop column": planted(migrations.RemoveField("product", "name")),
    "drop table": planted(migrations.DeleteModel("Product")),
    "rename column": planted(migrations.RenameField("product", "name", "title")),
    "rename table": planted(migrations.RenameModel("Product", "Article")),
    "other table": planted(migrations.AlterModelTable("product", "articles")),
    "constraint": planted(
        migrations.AddConstraint("product", models.CheckConstraint(condition=models.Q(pk__gt=0), name="planted"))
    ),
    "code over all rows": planted(migrations.RunPython(lambda apps, editor: None)),
    "code in one transaction": planted(migrations.RunPython(lambda apps, editor: None), in_batches=True),
    "sql": planted(migrations.RunSQL("LOCK TABLE catalog_product")),
    "hidden in another": planted(
        migrations.SeparateDatabaseAndState(database_operations=[migrations.AddIndex("product", INDEX_OF)])
    ),
    "beside a new table": planted(
        migrations.CreateModel("Colour", [("name", TEXT)]), migrations.AddIndex("product", INDEX_OF)
    ),
}
HARMLESS = {
    "index of a new table": planted(
        migrations.CreateModel("Colour", [("name", TEXT)]), migrations.AddIndex("colour", INDEX_OF)
    ),
    "concurrent index": planted(AddIndexConcurrently("product", INDEX_OF), atomic=False),
    "nullable column": planted(migrations.AddField("product", "colour", models.CharField(max_length=10, null=True))),
    "default of the database": planted(
        migrations.AddField("product", "colour", models.CharField(max_length=10, default="", db_default=""))
    ),
    "column nobody uses": planted(migrations.RemoveField("product", "name"), removes_unused=True),
    "words for people": planted(migrations.AlterField("product", "name", TEXT), alters_no_column=True),
    "rows in batches": planted(migrations.RunPython(lambda apps, editor: None), in_batches=True, atomic=False),
    "manager": planted(migrations.AlterModelOptions("product", {"ordering": ["pk"]})),
}


@pytest.mark.parametrize("name", LOCKING)
def test_each_way_to_lock_is_seen(name: str) -> None:
    assert len(list(objections("catalog.9999_planted", LOCKING[name]))) == 1


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_harmless_may_pass(name: str) -> None:
    assert list(objections("catalog.9999_planted", HARMLESS[name])) == []
