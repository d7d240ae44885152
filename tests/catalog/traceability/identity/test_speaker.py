"""Company prefixes, and whose word counts about a thing."""

import pytest

from catalog.traceability.epcis.identifiers import CANONICAL
from catalog.traceability.gs1.checks.digits import check_digit
from catalog.traceability.identity.claim_prefix import (
    PrefixTaken,
    claim_company_prefix,
    refuse_company_prefix,
    verify_company_prefix,
)
from catalog.traceability.identity.company_prefix import CompanyPrefix, prefix_of
from catalog.traceability.identity.gln import BadGln, check_gln
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import PlaceKind, TracePlace
from catalog.traceability.identity.prefix_digits import (
    BadCompanyPrefix,
    gtin_has_prefix,
    possible_prefixes,
    prefix_digits,
)
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.identity.speaker import seller_speaking_for
from catalog.traceability.identity.uris import lot_uri, piece_uri, place_uri
from catalog.traceability.minting.serials import mint_serials, serials_of
from catalog.traceability.minting.series import SeriesKind
from catalog.traceability.minting.set_series import set_number_series
from marketplace.events.models import OutboxMessage
from tests.factories.accounts import make_operator
from tests.factories.catalog import make_product, make_variant
from tests.factories.sellers import make_seller
from tests.factories.traceability import make_code, make_lot

pytestmark = pytest.mark.django_db
GTIN = "8938501000019"
OTHER_GTIN = "4012345111118"


def verified(seller_id: int, prefix: str) -> CompanyPrefix:
    claimed = claim_company_prefix(seller_id=seller_id, prefix=prefix, evidence="GCP 1/2026")
    assert claimed is not None
    return verify_company_prefix(prefix=claimed, by=make_operator())


def test_prefixes_are_read_strictly() -> None:
    assert prefix_digits("893 8501") == "8938501"
    for wrong in ("12", "0412345", "2212345", "89385O1", "1234567890123", "00000123", "０１２３４"):
        with pytest.raises(BadCompanyPrefix):
            prefix_digits(wrong)
    assert possible_prefixes("00", "089385010000000012")[-1] == "8938"
    assert not possible_prefixes("01", "00000096385074")
    assert gtin_has_prefix(GTIN, "8938501") and gtin_has_prefix("1" + GTIN[:-1] + "6", "8938501")
    assert not gtin_has_prefix(OTHER_GTIN, "8938501")


def test_glns_are_typed_in_many_ways_and_checked() -> None:
    assert check_gln(" (414) 950110153000-3") == check_gln("9501101530003") == "9501101530003"
    for wrong in ("9501101530004", "950110153000", "", "950110153000X", "９501101530003"):
        with pytest.raises(BadGln):
            check_gln(wrong)


def test_a_seller_has_one_prefix_and_shares_it_with_nobody() -> None:
    one, other = make_seller(), make_seller()
    first = claim_company_prefix(seller_id=one.pk, prefix="8938501", evidence="GCP 1/2026")
    assert first and claim_company_prefix(seller_id=one.pk, prefix="893 8501") == first
    for clash in ("8938501", "89385", "893850123"):
        with pytest.raises(PrefixTaken):
            claim_company_prefix(seller_id=other.pk, prefix=clash)
    assert prefix_of(other.pk) is None
    second = claim_company_prefix(seller_id=one.pk, prefix="8938502")
    assert [prefix_of(one.pk), CompanyPrefix.objects.count()] == [second, 2]
    assert claim_company_prefix(seller_id=one.pk, prefix=" ") is None and prefix_of(one.pk) is None
    assert OutboxMessage.objects.filter(name="CompanyPrefixChanged").count() == 3


def test_what_the_operator_refuses_can_be_claimed_by_whose_it_is() -> None:
    squatter, owner = make_seller(), make_seller()
    taken = verified(squatter.pk, "8938501")
    refused = refuse_company_prefix(prefix=taken, by=make_operator(), reason="The certificate is another company's.")
    assert not refused.is_verified and refused.end_reason
    assert verified(owner.pk, "8938501").is_verified
    assert not verify_company_prefix(prefix=refused, by=make_operator()).is_verified


def test_the_verified_prefix_speaks_first() -> None:
    maker, trader = make_seller(), make_seller()
    for seller in (maker, trader):
        make_variant(make_product(seller=seller), gtin=GTIN)
    uri = f"{CANONICAL}/01/0{GTIN}"
    assert seller_speaking_for(uri) is None
    claim_company_prefix(seller_id=maker.pk, prefix="8938501")
    assert seller_speaking_for(uri) is None, "a claim is not believed"
    verified(maker.pk, "8938501 ")
    assert seller_speaking_for(uri) == maker
    assert seller_speaking_for(f"https://any.example/x/01/0{GTIN}/10/A?17=271231") == maker
    assert seller_speaking_for("urn:epc:id:sscc:8938501.0000000111") == maker


def test_without_one_the_only_seller_with_the_thing_speaks() -> None:
    seller, other = make_seller(), make_seller()
    variant = make_variant(make_product(seller=seller), gtin=OTHER_GTIN)
    make_variant(make_product(seller=other), gtin=OTHER_GTIN.zfill(14))
    known, code = make_lot(variant, number="LOT-7"), make_code(make_lot(variant))
    internal = make_lot(make_variant(make_product(seller=seller)), number="I 1")
    set_number_series(seller_id=seller.pk, variant=None, kind=SeriesKind.SERIAL, pattern="{n:6}")
    counted = next(serials_of(mint_serials(lot=known, count=1)))
    place = TracePlace.objects.create(seller=seller, kind=PlaceKind.SHOP, name="Xưởng", scheme=Scheme.GS1, value=GTIN)
    party = TraceParty.objects.create(seller=other, account=seller, name="Mộc", scheme=Scheme.GS1, value=GTIN)
    goods = f"{CANONICAL}/01/0{OTHER_GTIN}"
    parcel = sscc_body(f"004{seller.pk:07d}0000001")
    cases = {
        goods: None,
        lot_uri(known): seller,
        f"{goods}/10/LOT-8": None,
        lot_uri(internal): seller,
        piece_uri(code): seller,
        f"{goods}/21/{counted}": seller,
        f"{goods}/21/999999": None,
        place_uri(place): seller,
        f"{CANONICAL}/417/{party.value}": seller,
        f"{CANONICAL}/00/{parcel}": seller,
        "urn:uuid:nonsense": None,
        "https://elsewhere.example/x": None,
        "": None,
    }
    for uri, speaker in cases.items():
        assert seller_speaking_for(uri) == speaker, uri


def sscc_body(digits: str) -> str:
    return digits + check_digit(digits)
