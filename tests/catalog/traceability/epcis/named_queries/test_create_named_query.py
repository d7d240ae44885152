"""Named queries are a seller's own, bounded in number and size."""

from __future__ import annotations

import pytest

from catalog.traceability.epcis.named_queries import create_named_query as verb
from catalog.traceability.epcis.named_queries.create_named_query import (
    BadQueryName,
    QueryNameTaken,
    TooLongQuery,
    TooManyQueries,
    create_named_query,
)
from catalog.traceability.epcis.named_queries.named_query import NamedQuery
from catalog.traceability.epcis.named_queries.queries_of import queries_of
from catalog.traceability.epcis.query.problem import QueryParameterException
from catalog.traceability.epcis.rights.viewer import Viewer
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
SHIPPED = {"EQ_bizStep": ["shipping"]}


def test_a_name_is_a_sellers_once_and_another_sellers_too() -> None:
    one, other = make_seller(), make_seller()
    mine = create_named_query(seller=one, name="đã-giao.2026", query=SHIPPED)
    create_named_query(seller=other, name=mine.name, query={})
    with pytest.raises(QueryNameTaken):
        create_named_query(seller=one, name=mine.name, query={})
    assert [query.query for query in queries_of(Viewer.of_sellers([one.pk]))] == [SHIPPED]
    assert not queries_of(Viewer.public()).exists() and not queries_of(Viewer(is_authority=True)).exists()


def test_what_could_not_be_asked_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    seller = make_seller()
    for name in ("", "a b", "a/b", "-a", "SimpleEventQuery", "a" * 101, "a\n"):
        with pytest.raises(BadQueryName):
            create_named_query(seller=seller, name=name, query=SHIPPED)
    with pytest.raises(QueryParameterException):
        create_named_query(seller=seller, name="a", query={"EQ_nothing": ["x"]})
    with pytest.raises(TooLongQuery):
        create_named_query(seller=seller, name="a", query={"EQ_eventID": ["urn:x:" + "y" * 900] * 40})
    assert not NamedQuery.objects.exists()
    monkeypatch.setattr(verb, "MOST_PER_SELLER", 1)
    create_named_query(seller=seller, name="a", query=SHIPPED)
    with pytest.raises(TooManyQueries):
        create_named_query(seller=seller, name="b", query=SHIPPED)
