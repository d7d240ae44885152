"""Who reads which events, and which fields of them: every audience against every kind of reader."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.traceability.epcis.documents.write_document import shown
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.rights.field_visibility import FieldVisibility
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.epcis.rights.redacted import redacted
from catalog.traceability.epcis.rights.viewer import Viewer, viewer_of
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.identity.uris import seller_uri
from marketplace.accounts.permissions import StaffRole
from marketplace.sellers.models import Seller
from tests.factories.accounts import make_user
from tests.factories.epcis import OWN, make_event, shipping_document
from tests.factories.sellers import make_member, make_seller

pytestmark = pytest.mark.django_db
GLN = "8935000000009"
OTHER_LOT = "https://id.gs1.org/01/08935000000016/10/LO-2"


def of(*sellers: Seller) -> Viewer:
    return Viewer.of_sellers(seller.pk for seller in sellers)


def sees(viewer: Viewer) -> set[EpcisEvent]:
    return set(readable_events(viewer))


def ship(seller: Seller, to: Seller, **overrides: Any) -> EpcisEvent:
    return make_event(seller, **shipping_document(to, **overrides))


def test_every_audience_has_its_readers() -> None:
    mill, maker, stranger = make_seller(), make_seller(), make_seller()
    events = {
        audience: make_event(mill, audience=audience, **shipping_document(maker))
        for audience in ("PUBLIC", "CHAIN", "AUTHORITY", "OWNER")
    }
    readers = {
        "public": (Viewer.public(), {"PUBLIC"}),
        "stranger": (of(stranger), {"PUBLIC"}),
        "partner": (of(maker), {"PUBLIC", "CHAIN"}),
        "authority": (Viewer(is_authority=True), {"PUBLIC", "CHAIN", "AUTHORITY"}),
        "owner": (of(mill), set(events)),
    }
    found = {
        who: {audience for audience, event in events.items() if event in sees(viewer)}
        for who, (viewer, _) in readers.items()
    }
    assert found == {who: audiences for who, (_, audiences) in readers.items()}


def test_whoever_is_handed_the_goods_reads_what_was_before_and_hands_it_on() -> None:
    mill, maker, buyer, stranger = (make_seller() for _ in range(4))
    made = make_event(mill)
    other = make_event(mill, quantityList=[{"epcClass": OTHER_LOT, "quantity": 5}])
    assert not sees(of(maker))
    shipped = ship(mill, maker)
    assert sees(of(maker)) == {made, shipped}
    onwards = ship(maker, buyer)
    assert sees(of(buyer)) == {made, shipped, onwards}
    assert sees(of(mill)) == {made, shipped, other}, "handing over tells nothing back"
    assert not sees(of(stranger))


def test_who_was_named_before_the_goods_came_still_reads_them() -> None:
    mill, maker, buyer = (make_seller() for _ in range(3))
    onwards = ship(maker, buyer)
    shipped = ship(mill, maker)
    assert sees(of(buyer)) == {shipped, onwards}


def test_naming_oneself_or_reading_a_code_from_a_carton_opens_nothing() -> None:
    mill, thief, accomplice = (make_seller() for _ in range(3))
    secret = make_event(mill)
    own = [
        make_event(thief, action="OBSERVE", bizStep="receiving"),
        ship(thief, thief),
        ship(thief, accomplice),
        make_event(thief, action="OBSERVE", sourceList=[{"type": "owning_party", "source": seller_uri(mill)}]),
    ]
    assert secret not in sees(of(thief))
    assert secret not in sees(of(accomplice))
    assert sees(of(thief)) == set(own)


def test_a_gln_names_whom_the_events_own_seller_says_it_does() -> None:
    mill, maker, thief = (make_seller() for _ in range(3))
    TraceParty.objects.create(seller=thief, account=thief, name="Me", scheme=Scheme.GS1, value=GLN)
    party = TraceParty.objects.create(seller=mill, name="Maker", scheme=Scheme.GS1, value=GLN)
    made = make_event(mill)
    named = make_event(mill, destinationList=[{"type": "owning_party", "destination": f"https://id.gs1.org/417/{GLN}"}])
    assert not sees(of(maker))
    party.account = maker
    party.save()
    assert sees(of(maker)) == {named}
    ship(mill, maker)
    assert made in sees(of(maker))
    assert not sees(of(thief))


def test_the_public_reads_neither_partners_nor_papers_nor_inputs() -> None:
    mill, maker = make_seller(), make_seller()
    event = make_event(
        mill, audience="PUBLIC",
        **shipping_document(maker, bizTransactionList=[{"type": "po", "bizTransaction": "urn:x:po"}], ilmd=None,
                            **{"ex:price": 12, "ex:wood": "ash"}),
    )  # fmt: skip
    whole = set(event.document)
    hidden = {"destinationList", "bizTransactionList"}
    expected = {
        "public": (Viewer.public(), whole - hidden),
        "stranger": (of(make_seller()), whole - hidden),
        "partner": (of(maker), whole),
        "authority": (Viewer(is_authority=True), whole),
        "owner": (of(mill), whole),
    }
    for who, (viewer, fields) in expected.items():
        assert set(redacted(readable_events(viewer).get(), viewer)) == fields, who
    assert set(redacted(EpcisEvent.objects.get(), of(maker))) == whole, "also of an event not read through its rights"


def test_a_seller_hides_more_and_less_by_its_own_rules() -> None:
    mill, maker = make_seller(), make_seller()
    made = make_event(mill, audience="PUBLIC", ilmd={"ex:farm": "Hồ Dầu Tiếng", "ex:wood": "ash"}, **{"ex:price": 12})
    shipped = make_event(mill, audience="PUBLIC", **shipping_document(maker))
    for field, audience in (
        ("destinationList", "PUBLIC"), (f"ilmd/{OWN}farm", "AUTHORITY"), (f"{OWN}price", "OWNER"), ("bizStep", "CHAIN"),
    ):  # fmt: skip
        FieldVisibility.objects.create(seller=mill, field=field, audience=audience)
    public = {event.pk: redacted(event, Viewer.public()) for event in readable_events(Viewer.public())}
    assert "destinationList" in public[shipped.pk]
    assert public[made.pk]["ilmd"] == {"ex:wood": "ash"}
    assert not {"ex:price", "bizStep"} & set(public[made.pk])
    partner = redacted(readable_events(of(maker)).get(pk=made.pk), of(maker))
    assert partner["ilmd"] == {"ex:wood": "ash"}
    assert "bizStep" in partner
    inspector = Viewer(is_authority=True)
    inspected = redacted(readable_events(inspector).get(pk=made.pk), inspector)
    assert ("ex:farm" in inspected["ilmd"], "ex:price" in inspected) == (True, False)
    assert redacted(made, of(mill)) == made.document


def test_pages_of_events_are_read_and_redacted_in_two_statements() -> None:
    mill, maker = make_seller(), make_seller()
    for _ in range(12):
        ship(mill, maker)
    with CaptureQueriesContext(connection) as statements:
        assert len(shown(list(readable_events(of(maker))), of(maker))) == 12
    assert len(statements) == 2


def test_viewers_are_the_sellers_one_works_for_and_the_right_to_inspect() -> None:
    seller = make_seller()
    packer = make_member(seller, role="PACKER")
    assert viewer_of(packer) == Viewer(frozenset({seller.pk}))
    assert viewer_of(make_user()) == viewer_of(None) == Viewer.public()
    assert viewer_of(make_user(staff_roles=[StaffRole.AUTHORITY.value])) == Viewer(is_authority=True)
    assert not viewer_of(make_user(staff_roles=[StaffRole.EXPO.value])).is_authority
