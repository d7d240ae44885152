"""The pages ask nothing of the API but its schema; what stands around them is answered by a fake."""

import sys

import pytest

from marketplace import schema as real
from marketplace.graphql.schema import Schema
from tests.frontend.fake_api import FakeApi


@pytest.fixture
def whole_schema(api: FakeApi, monkeypatch: pytest.MonkeyPatch) -> Schema:
    monkeypatch.setattr(sys.modules["marketplace.schema"], "schema", real.schema, raising=False)
    return real.schema
