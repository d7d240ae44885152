"""Master data of documents: what was said last holds, and who may read it."""

from typing import Any

import pytest

from catalog.traceability.epcis.documents.read_document import read_document
from catalog.traceability.epcis.master_data.master_datum import CHILDREN, EXISTS, MasterDatum
from catalog.traceability.epcis.master_data.readable_master_data import readable_master_data
from catalog.traceability.epcis.master_data.record_master_data import record_master_data
from catalog.traceability.epcis.rights.viewer import Viewer
from marketplace.sellers.models import Seller
from tests.factories.epcis import OWN, epcis_document, make_event, shipping_document
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
LOCATION = "urn:epcglobal:epcis:vtype:Location"
MILL = "urn:epc:id:sgln:4012345.00011.0"
MILL_URI = "https://id.gs1.org/414/4012345000115"


def record(seller: Seller, attributes: Any, *, audience: str = "CHAIN", children: Any = None) -> None:
    element = {"id": MILL, "attributes": [{"id": name, "attribute": value} for name, value in attributes.items()]}
    if children:
        element["children"] = children
    header = {"epcisMasterData": {"vocabularyList": [{"type": LOCATION, "vocabularyElementList": [element]}]}}
    document = read_document(epcis_document(epcisHeader=header))
    record_master_data(document.vocabularies, context=document.context, seller=seller, audience=audience)


def said(viewer: Viewer) -> list[tuple[str, Any]]:
    found = readable_master_data(viewer).order_by("attribute", "position", "pk")
    return [(row.attribute.replace(OWN, "ex:"), row.value) for row in found]


def test_what_is_said_of_a_place_is_kept_by_its_canonical_name() -> None:
    seller = make_seller()
    record(
        seller,
        {"ex:name": ["Sawmill", "Xưởng cưa"], "ex:at": {"ex:latitude": 11.05}, "ex:rooms": 3, "ex:open": True},
        children=["urn:epc:id:sgln:4012345.00011.1"],
    )
    rows = MasterDatum.objects.order_by("attribute", "position")
    assert {(row.seller, row.type, row.uri) for row in rows} == {(seller, LOCATION, MILL_URI)}
    assert [(row.attribute.replace(OWN, "ex:"), row.position, row.text, row.value) for row in rows] == [
        (EXISTS, 0, "", None),
        (CHILDREN, 0, f"{MILL_URI}/254/1", f"{MILL_URI}/254/1"),
        ("ex:at", 0, "", {"ex:latitude": 11.05}),
        ("ex:name", 0, "Sawmill", "Sawmill"),
        ("ex:name", 1, "Xưởng cưa", "Xưởng cưa"),
        ("ex:open", 0, "true", True),
        ("ex:rooms", 0, "3", 3),
    ]


def test_the_newest_word_of_a_seller_holds_for_what_it_speaks_of() -> None:
    seller, other = make_seller(), make_seller()
    record(seller, {"ex:name": ["Mill", "Xưởng"], "ex:rooms": 3})
    record(other, {"ex:name": "Their mill"})
    record(seller, {"ex:name": "New mill"})
    assert said(Viewer.of_sellers([seller.pk])) == [(EXISTS, None), ("ex:name", "New mill"), ("ex:rooms", 3)]
    assert said(Viewer.of_sellers([other.pk])) == [(EXISTS, None), ("ex:name", "Their mill")]
    assert MasterDatum.objects.filter(is_current=False).count() == 3


def test_every_audience_has_its_readers() -> None:
    mill, maker, stranger = make_seller(), make_seller(), make_seller()
    make_event(mill, **shipping_document(maker))
    for audience in ("PUBLIC", "CHAIN", "AUTHORITY", "OWNER"):
        record(mill, {f"ex:{audience.lower()}": 1}, audience=audience)
    readers = {
        "public": (Viewer.public(), {"public"}),
        "stranger": (Viewer.of_sellers([stranger.pk]), {"public"}),
        "partner": (Viewer.of_sellers([maker.pk]), {"public", "chain"}),
        "authority": (Viewer(is_authority=True), {"public", "chain", "authority"}),
        "owner": (Viewer.of_sellers([mill.pk]), {"public", "chain", "authority", "owner"}),
    }
    for who, (viewer, expected) in readers.items():
        assert {name.removeprefix("ex:") for name, _ in said(viewer) if name} == expected, who
