import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState
from django.db.utils import IntegrityError

from marketplace.tables_at_once import TablesAtOnce

TABLES = TablesAtOnce(
    [
        migrations.CreateModel("Basket", [("id", models.BigAutoField(primary_key=True))]),
        migrations.CreateModel(
            "Egg", [("id", models.BigAutoField(primary_key=True)), ("weight", models.PositiveIntegerField())]
        ),
        migrations.AddField("Egg", "basket", models.ForeignKey("events.Basket", models.CASCADE, null=True)),
        migrations.AddField("Basket", "best", models.ForeignKey("events.Egg", models.CASCADE, null=True)),
        migrations.AddConstraint(
            "Egg", models.CheckConstraint(condition=models.Q(weight__gt=0), name="egg_of_some_weight")
        ),
        migrations.AddIndex("Egg", models.Index(fields=["weight"], name="eggs_by_weight")),
    ]
)


@pytest.mark.django_db(transaction=True)
def test_tables_that_know_each_other_come_and_go_together() -> None:
    before, after = ProjectState(), ProjectState()
    TABLES.state_forwards("events", after)
    with connection.schema_editor() as editor:
        TABLES.database_forwards("events", editor, before, after)
    try:
        egg = after.apps.get_model("events", "Egg")
        basket = after.apps.get_model("events", "Basket").objects.create()
        basket.best = egg.objects.create(weight=60, basket=basket)
        basket.save()
        with pytest.raises(IntegrityError):
            egg.objects.create(weight=0)
        with connection.cursor() as cursor:
            assert "eggs_by_weight" in connection.introspection.get_constraints(cursor, "events_egg")
        egg.objects.all().delete()
    finally:
        with connection.schema_editor() as editor:
            TABLES.database_backwards("events", editor, after, before)
    assert not {"events_egg", "events_basket"} & set(connection.introspection.table_names())
