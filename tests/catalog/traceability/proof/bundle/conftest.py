"""One traced lot for all tests of proofs, made once."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.catalog.traceability.proof.bundle.traced_lot import Traced, make_traced


@pytest.fixture(scope="package")
def traced(django_db_setup: None, django_db_blocker: Any) -> Iterator[Traced]:
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield make_traced()
        transaction.set_rollback(True)
