"""Every test counts its attempts anew."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_counted_attempts() -> None:
    cache.clear()
