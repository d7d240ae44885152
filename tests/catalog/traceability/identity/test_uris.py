"""The URIs of lots and pieces: GS1's where there is a GTIN, our own where not."""

from uuid import UUID

import pytest

from catalog.products.variant import ProductVariant
from catalog.traceability.epcis.identifiers import canonical_uri, is_class_level
from catalog.traceability.identity.uris import is_gs1_lot, lot_uri, party_uri, piece_uri, place_uri, seller_uri
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.models import TraceParty, TracePlace

A_LOT = UUID("6f3a2f10-0000-4000-8000-000000000001")


def lot_of(gtin: str, number: str = "LOT-7/A") -> Lot:
    return Lot(pk=A_LOT, number=number, variant=ProductVariant(gtin=gtin))


@pytest.mark.parametrize(
    ("gtin", "number", "uri"),
    [
        ("4012345111118", "LOT-7/A", "https://id.gs1.org/01/04012345111118/10/LOT-7%2FA"),
        ("96385074", "7", "https://id.gs1.org/01/00000096385074/10/7"),
        ("", "LOT-7/A", f"urn:uuid:{A_LOT}"),
        ("4012345111118", "Lô 7", f"urn:uuid:{A_LOT}"),
        ("4012345111118", "1" * 21, f"urn:uuid:{A_LOT}"),
    ],
)
def test_a_lot_has_one_uri_that_is_canonical(gtin: str, number: str, uri: str) -> None:
    found = lot_uri(lot_of(gtin, number))
    assert found == uri
    assert canonical_uri(found) == found


def test_a_lot_is_a_class_and_a_piece_is_one_thing() -> None:
    lot = lot_of("4012345111118")
    assert is_class_level(lot_uri(lot))
    piece = piece_uri(TraceCode(code="7K3M9QXW2T4BC", lot=lot))
    assert piece == "https://id.gs1.org/01/04012345111118/21/7K3M9QXW2T4BC"
    assert canonical_uri(piece) == piece and not is_class_level(piece)


def test_pieces_without_a_gtin_differ_and_do_not_tell_their_code() -> None:
    lot = lot_of("")
    uris = {piece_uri(TraceCode(code=code, lot=lot)) for code in ("7K3M9QXW2T4BC", "7K3M9QXW2T4BD")}
    assert len(uris) == 2
    assert not any("7K3M" in uri for uri in uris)


def test_places_and_parties() -> None:
    assert place_uri(TracePlace(scheme="GS1", value="8930000000019")) == "https://id.gs1.org/414/8930000000019"
    assert party_uri(TraceParty(scheme="GS1", value="8930000000019")) == "https://id.gs1.org/417/8930000000019"
    place = TracePlace(scheme="NATIONAL", value="VN-74-001")
    assert place_uri(place) == f"urn:uuid:{place.pk}"
    assert party_uri(TraceParty(account_id=7)) == seller_uri(7) != seller_uri(8)


def test_what_gs1_cannot_write() -> None:
    assert is_gs1_lot("A" * 20) and not is_gs1_lot("A" * 21) and not is_gs1_lot("A B")
