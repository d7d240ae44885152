"""An index that is added beside traffic: concurrently where that can be done, and in the usual way elsewhere."""

import pytest
from django.db import connection, models
from django.db.migrations.state import ModelState, ProjectState
from django.test.utils import CaptureQueriesContext

from marketplace.concurrent_index import AddIndexBesideTraffic

pytestmark = pytest.mark.django_db(transaction=True)
TABLE = "indexed_beside_traffic"


def _before() -> ProjectState:
    state = ProjectState()
    fields = [("id", models.BigAutoField(primary_key=True)), ("name", models.TextField())]
    state.add_model(ModelState("marketplace", "Indexed", fields, options={"db_table": TABLE, "indexes": []}))
    return state


def _indexes() -> set[str]:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, TABLE)
    return {name for name, about in found.items() if about["index"] and not about["primary_key"]}


def test_it_is_added_and_taken_away() -> None:
    before = _before()
    operation = AddIndexBesideTraffic("Indexed", models.Index(fields=["name"], name="indexed_name"))
    after = before.clone()
    operation.state_forwards("marketplace", after)
    model = before.apps.get_model("marketplace", "Indexed")
    with connection.schema_editor(atomic=False) as editor:
        editor.create_model(model)
    try:
        with CaptureQueriesContext(connection) as asked, connection.schema_editor(atomic=False) as editor:
            operation.database_forwards("marketplace", editor, before, after)
        assert _indexes() == {"indexed_name"}
        concurrently = [each["sql"] for each in asked if "CONCURRENTLY" in each["sql"]]
        assert len(concurrently) == (1 if connection.vendor == "postgresql" else 0)
        with connection.schema_editor(atomic=False) as editor:
            operation.database_backwards("marketplace", editor, after, before)
        assert _indexes() == set()
    finally:
        with connection.schema_editor(atomic=False) as editor:
            editor.delete_model(model)
