"""What is kept from somebody cannot be found out by asking for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from catalog.traceability.epcis.event import Audience, EpcisEvent
from catalog.traceability.epcis.query.event_query import read_query
from catalog.traceability.epcis.query.find_events import find_events, page_of
from catalog.traceability.epcis.rights.field_visibility import FieldVisibility
from catalog.traceability.epcis.rights.viewer import Viewer
from marketplace.sellers.models import Seller
from tests.factories.epcis import OWN, make_event
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
SUPPLIER = "https://id.gs1.org/417/8935000000016"
LOG = "https://id.gs1.org/01/08935000000108/10/GO-7"


@pytest.fixture
def seller() -> Seller:
    return make_seller()


@pytest.fixture
def event(seller: Seller) -> EpcisEvent:
    """Public, but not all of it."""
    FieldVisibility.objects.create(seller=seller, field=f"{OWN}price", audience=Audience.OWNER)
    FieldVisibility.objects.create(seller=seller, field=f"ilmd/{OWN}farm", audience=Audience.AUTHORITY)
    return make_event(
        seller, audience=Audience.PUBLIC, type="TransformationEvent", action=None, quantityList=None,
        inputQuantityList=[{"epcClass": LOG, "quantity": 4, "uom": "TNE"}],
        outputQuantityList=[{"epcClass": "https://id.gs1.org/01/08935000000016/10/LO-1", "quantity": 120}],
        sourceList=[{"type": "owning_party", "source": SUPPLIER}], ilmd={"ex:farm": {"ex:name": "Phú Giáo"}},
        **{"ex:price": {"ex:amount": 1200}, "ex:colour": {"ex:name": "nâu"}},
    )  # fmt: skip


def found(query: Mapping[str, Any], viewer: Viewer) -> bool:
    prefixes = {"ex": OWN}
    return find_events(read_query(query, prefixes=prefixes), viewer).exists()


def test_kept_fields_find_nothing(seller: Seller, event: EpcisEvent) -> None:
    """Per question: who finds the event by it."""
    own, authority = Viewer.of_sellers([seller.pk]), Viewer(is_authority=True)
    stranger, public = Viewer.of_sellers([make_seller().pk]), Viewer.public()
    for query, who in (
        ({"EQ_source_owning_party": SUPPLIER}, [own, authority]),
        ({"MATCH_inputEPCClass": LOG}, [own, authority]),
        ({"MATCH_anyEPCClass": LOG}, [own, authority]),
        ({"EQ_quantity_KGM": "4000"}, [own, authority]),
        ({"GE_quantity": "100"}, [own, authority, stranger, public]),
        ({"EXISTS_ex:price": ""}, [own]),
        ({"EQ_INNER_ex:amount": "1200"}, [own]),
        ({"EQ_INNER_ex:name": "nâu"}, [own, authority, stranger, public]),
        ({"EXISTS_ILMD_ex:farm": ""}, [own, authority]),
        ({"EQ_INNER_ILMD_ex:name": "Phú Giáo"}, [own, authority]),
        ({"HASATTR_source": "urn:x:none"}, []),
    ):
        assert [v for v in (own, authority, stranger, public) if found(query, v)] == who, query


def test_an_own_rule_opens_what_is_closed_by_default(seller: Seller, event: EpcisEvent) -> None:
    assert not found({"EQ_source_owning_party": SUPPLIER}, Viewer.public())
    FieldVisibility.objects.create(seller=seller, field="sourceList", audience=Audience.PUBLIC)
    assert found({"EQ_source_owning_party": SUPPLIER}, Viewer.public())


def test_the_order_does_not_tell_it_either(seller: Seller) -> None:
    """Two events that differ in a kept field alone come in the same order, whichever way it is sorted by."""
    FieldVisibility.objects.create(seller=seller, field=f"{OWN}price", audience=Audience.OWNER)
    for price in (3, 1, 2):
        make_event(seller, audience=Audience.PUBLIC, **{"ex:price": price})

    def prices(direction: str, viewer: Viewer) -> list[Any]:
        query = read_query({"orderBy": f"{OWN}price", "orderDirection": direction})
        return [one.document["ex:price"] for one in page_of(query, viewer, size=10).events]

    assert prices("ASC", Viewer.of_sellers([seller.pk])) == [1, 2, 3]
    assert prices("DESC", Viewer.of_sellers([seller.pk])) == [3, 2, 1]
    assert prices("ASC", Viewer.public()) == [3, 1, 2] == prices("DESC", Viewer.public())[::-1]
