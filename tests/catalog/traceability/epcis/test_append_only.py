"""Events stay as they were captured: the models refuse, and so does the database."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from catalog.traceability.epcis.event import REFUSAL, EpcisEvent, EventType
from catalog.traceability.epcis.event_rows import EventThing, ThingRole
from marketplace.append_only.rows import AppendOnly

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> EpcisEvent:
    now = timezone.now()
    made = EpcisEvent.objects.create(
        event_id="urn:uuid:1", event_hash="0" * 64, type=EventType.OBJECT, event_time=now,
        event_time_zone_offset="+07:00", record_time=now, document={},
    )  # fmt: skip
    EventThing.objects.create(event=made, role=ThingRole.EPC, is_class=False, uri="https://id.gs1.org/00/1")
    return made


def test_the_models_refuse(event: EpcisEvent) -> None:
    event.event_id = "other"
    for change in (event.save, event.delete, EpcisEvent.objects.all().delete, event.things.all().delete):
        with pytest.raises(AppendOnly):
            change()
    with pytest.raises(AppendOnly):
        EpcisEvent.objects.update(event_id="other")


def test_the_database_refuses(event: EpcisEvent) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in REFUSAL.drop(connection.vendor) if connection.vendor == "sqlite" else ():
            cursor.execute(statement)
        for statement in REFUSAL.create(connection.vendor) if connection.vendor == "sqlite" else ():
            cursor.execute(statement)
        for wrong in (
            "UPDATE catalog_epcisevent SET event_id = 'x'", "DELETE FROM catalog_epcisevent",
            "UPDATE catalog_eventthing SET uri = 'x'", "DELETE FROM catalog_eventthing",
        ):  # fmt: skip
            with pytest.raises(DatabaseError, match="events are append-only"), transaction.atomic():
                cursor.execute(wrong)
        transaction.set_rollback(True)
    assert EpcisEvent.objects.get().event_id == "urn:uuid:1"
