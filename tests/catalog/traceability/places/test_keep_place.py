"""Places and partners as sellers keep them."""

from decimal import Decimal
from typing import Any

import pytest

from catalog.refusal import Refused
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import PlaceKind, TracePlace
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.places.keep_party import PartyData, archive_party, create_party, update_party
from catalog.traceability.places.keep_place import PlaceData, archive_place, create_place, update_place
from tests.catalog.traceability.places.test_boundary import SQUARE, polygon
from tests.factories.sellers import make_seller
from tests.factories.traceability import make_party

pytestmark = pytest.mark.django_db


def place(**given: Any) -> PlaceData:
    return PlaceData(**{"kind": PlaceKind.WORKSHOP, "name": "Xưởng Ví Dụ", **given})


def test_a_plot_with_an_outline_knows_its_area_and_its_middle() -> None:
    plot = create_place(seller=make_seller(), data=place(kind=PlaceKind.PLOT, boundary=polygon(SQUARE)))
    plot.refresh_from_db()
    assert Decimal("120.6") < (plot.area_ha or 0) < Decimal("120.9")
    assert (plot.latitude, plot.longitude) == (Decimal("11.2650000"), Decimal("106.3750000"))
    moved = update_place(place=plot, data=place(name="Xưởng 2", latitude=Decimal("11.1"), longitude=Decimal("106.6")))
    assert (moved.boundary, moved.area_ha) == ("", None)
    first = archive_place(place=moved).archived_at
    assert archive_place(place=moved).archived_at == first


def test_places_that_are_refused_and_nothing_is_kept() -> None:
    seller = make_seller()
    point = {"latitude": Decimal("11.26"), "longitude": Decimal("106.37")}
    for field, code, data in [
        ("name", "REQUIRED", place(name=" ")),
        ("name", "INVALID", place(name="x" * 201)),
        ("value", "INVALID", place(scheme=Scheme.GS1, value="8931234500011")),
        ("latitude", "REQUIRED", place(latitude=Decimal("11.2"))),
        ("latitude", "REQUIRED", place(kind=PlaceKind.PLOT)),
        ("latitude", "INVALID", place(latitude=Decimal("106.37"), longitude=Decimal("11.26"))),
        ("boundary", "REQUIRED", place(kind=PlaceKind.PLOT, area_ha=Decimal("4.1"), **point)),
        ("area_ha", "INVALID", place(area_ha=Decimal(0), **point)),
        ("boundary", "INVALID", place(kind=PlaceKind.PLOT, boundary="{}")),
        ("party", "NOT_FOUND", place(party=make_party())),
    ]:
        with pytest.raises(Refused) as refused:
            create_place(seller=seller, data=data)
        assert [(one.field, one.code) for one in refused.value.problems] == [(field, code)], data
    assert not TracePlace.objects.exists()


def test_a_number_is_of_one_place_of_a_seller() -> None:
    seller, numbered = make_seller(), place(scheme=Scheme.GS1, value="893 1234 500016")
    assert create_place(seller=seller, data=numbered).value == "8931234500016"
    with pytest.raises(Refused):
        create_place(seller=seller, data=numbered)
    create_place(seller=make_seller(), data=numbered)
    assert TracePlace.objects.count() == 2


def test_partners_are_kept_corrected_and_archived() -> None:
    seller, other = make_seller(), make_seller()
    party = create_party(
        seller=seller, data=PartyData(name=" Xưởng Xẻ Giả Định ", account=other, email="a@example.com")
    )
    assert (party.name, party.account) == ("Xưởng Xẻ Giả Định", other)
    assert update_party(party=party, data=PartyData(name="Xưởng Xẻ 2")).account is None
    assert archive_party(party=party).archived_at is not None
    for field, data in [
        ("name", PartyData(name="")),
        ("email", PartyData(name="X", email="nobody")),
        ("language", PartyData(name="X", language="xx")),
        ("account", PartyData(name="X", account=seller)),
        ("value", PartyData(name="X", scheme=Scheme.GS1, value="12")),
    ]:
        with pytest.raises(Refused) as refused:
            create_party(seller=seller, data=data)
        assert [one.field for one in refused.value.problems] == [field]
    assert TraceParty.objects.count() == 1
