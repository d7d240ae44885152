"""One world of events for the tests of queries, made once."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.catalog.traceability.epcis.query.made_events import World, make_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)
