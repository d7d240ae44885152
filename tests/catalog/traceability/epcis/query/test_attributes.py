"""Questions about master data: attributes of what an event names, and places within places."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from catalog.traceability.epcis.event import Audience
from catalog.traceability.epcis.master_data.record_master_data import record_master_data
from catalog.traceability.epcis.query.event_query import read_query
from catalog.traceability.epcis.query.find_events import find_events
from catalog.traceability.epcis.query.problem import QueryParameterException
from catalog.traceability.epcis.rights.viewer import Viewer
from marketplace.sellers.models import Seller
from tests.factories.epcis import CONTEXT, LOT, make_event
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
SITE, HALL, SHELF = (f"https://id.gs1.org/414/893500000{end}" for end in ("0016", "0023", "0030"))
CITY = "urn:epcglobal:cbv:mda:city"


@pytest.fixture
def seller() -> Seller:
    """Its site has a hall, the hall a shelf; events happened at each, and in a part of the site."""
    seller = make_seller()
    record_master_data(
        [
            {"type": "urn:epcglobal:epcis:vtype:BusinessLocation", "vocabularyElementList": [
                {"id": SITE, "children": [HALL], "attributes": [{"id": "cbvmda:city", "attribute": "Tân Uyên"}]},
                {"id": HALL, "children": [SHELF], "attributes": [{"id": "cbvmda:city", "attribute": "Bến Cát"}]},
                {"id": SHELF, "children": [SITE]},
            ]},
            {"type": "urn:epcglobal:epcis:vtype:EPCClass", "vocabularyElementList": [
                {"id": LOT, "attributes": [{"id": "ex:wood", "attribute": "ash"}]},
            ]},
        ],
        context=CONTEXT, seller=seller, audience=Audience.OWNER,
    )  # fmt: skip
    for place in (SITE, HALL, SHELF, f"{SITE}/254/kho"):
        make_event(seller, audience=Audience.PUBLIC, bizLocation={"id": place})
    make_event(seller, audience=Audience.PUBLIC, quantityList=[{"epcClass": "urn:x:lot:2"}])
    return seller


def places(query: Mapping[str, str], viewer: Viewer) -> list[str]:
    found = find_events(read_query(query, prefixes={"cbvmda": "urn:epcglobal:cbv:mda:"}), viewer)
    return [event.biz_location for event in found.order_by("pk")]


def test_places_within_places(seller: Seller) -> None:
    """Also where master data goes round in a circle."""
    own = Viewer.of_sellers([seller.pk])
    assert places({"EQ_bizLocation": SITE}, own) == [SITE]
    assert places({"WD_bizLocation": SITE}, own) == [SITE, HALL, SHELF, f"{SITE}/254/kho"]
    assert places({"WD_bizLocation": SITE}, Viewer.public()) == [SITE, f"{SITE}/254/kho"], "its master data is its own"


def test_attributes_of_what_an_event_names(seller: Seller) -> None:
    own = Viewer.of_sellers([seller.pk])
    for query, expected in (
        ({"HASATTR_bizLocation": "cbvmda:city"}, [SITE, HALL]),
        ({"HASATTR_readPoint": CITY}, []),
        ({"EQ_ATTR_bizLocation_cbvmda:city": "Bến Cát|Huế"}, [HALL]),
        ({f"EQATTR_bizLocation_{CITY}": "Tân Uyên"}, [SITE]),
        ({"EQ_ATTR_epcClass_https://words.moc-an.example/wood": "ash"}, [SITE, HALL, SHELF, f"{SITE}/254/kho"]),
        ({"EQ_ATTR_epcClass_https://words.moc-an.example/wood": "oak"}, []),
    ):
        assert places(query, own) == expected, query
        assert places(query, Viewer.public()) == [], query


def test_what_has_no_attributes_is_refused() -> None:
    for name in ("HASATTR_eventTime", "EQ_ATTR_bizLocation", "EQ_ATTR_action_cbvmda:city"):
        with pytest.raises(QueryParameterException):
            read_query({name: "x"})
