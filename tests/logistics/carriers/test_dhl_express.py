"""What DHL Express is told, where a sample of each would be too much."""

from datetime import date
from decimal import Decimal

import pytest

from i18n.money import Money
from logistics.carrier import Account, CarrierError
from logistics.carriers.dhl_express.booking import reference_of
from logistics.carriers.dhl_express.customs import seller_numbers
from logistics.carriers.dhl_express.numbers import json_number
from logistics.carriers.dhl_express.parties import details
from logistics.carriers.dhl_express.pieces import pieces
from logistics.carriers.dhl_express.planned import planned_moment
from logistics.consignment import Consignment
from tests.factories.logistics import make_buyer_party, make_consignment, make_item

IOSS = Account("dhl_express", "a", settings={"ioss": "IM5280000009"})


def parcel(amount: str = "150.00", currency: str = "EUR", language: str = "nl") -> Consignment:
    item = make_item(quantity=1, unit_value=Money(Decimal(amount), currency))
    return make_consignment(items=(item,), packages=(), freight=None, buyer=make_buyer_party(language))


@pytest.mark.parametrize(
    ("goods", "is_sent"),
    [
        (parcel("150.00"), True),
        (parcel("150.01"), False),
        (parcel("99.00", "USD"), False),  # which rate customs would take is not known
        (parcel("99.00", language="en"), False),  # not in the Union
        (parcel("99.00", language="it"), False),  # a firm
    ],
)
def test_an_ioss_number_goes_along_only_where_goods_may_enter_under_it(goods: Consignment, is_sent: bool) -> None:
    expected = ({"typeCode": "SDT", "number": "IM5280000009", "issuerCountryCode": "NL"},) if is_sent else ()
    assert seller_numbers(IOSS, goods) == expected


def test_amounts_keep_their_digits_or_are_refused() -> None:
    for text in ("0.1", "19.95", "1467.4", "123456789012.34", "0.0125", "7"):
        assert Decimal(repr(json_number(Decimal(text), "dhl_express"))) == Decimal(text)
    assert isinstance(json_number(Decimal("120.00"), "dhl_express"), int)
    with pytest.raises(CarrierError):
        json_number(Decimal("1234567890123456.78"), "dhl_express")


def test_goods_that_nobody_packed_are_priced_piece_by_piece() -> None:
    single = make_consignment(items=(make_item(quantity=3),), packages=())
    assert pieces(single) == [{"weight": 6.9, "dimensions": {"length": 56, "width": 52, "height": 94}}] * 3
    for goods in (make_item(quantity=100), make_item(height_mm=0), make_item(net_weight_g=0, gross_weight_g=0)):
        with pytest.raises(CarrierError) as refused:
            pieces(make_consignment(items=(goods,), packages=()))
        assert refused.value.permanent


@pytest.mark.parametrize(
    ("on", "planned"),
    [
        (date(2026, 11, 20), "2026-11-21T10:00:00 GMT+07:00"),
        (date(2026, 11, 21), "2026-11-23T10:00:00 GMT+07:00"),  # after a Saturday comes a Monday
    ],
)
def test_goods_are_fetched_on_the_next_day_that_dhl_drives(on: date, planned: str) -> None:
    assert planned_moment(on, "VN") == planned


def test_long_streets_are_broken_and_longer_ones_refused() -> None:
    told = details(make_buyer_party("nl", phone="1", street=("Aan de lange kade tegenover de oude scheepswerf 127",)))
    lines = {name: line for name, line in told["postalAddress"].items() if name.startswith("addressLine")}
    assert lines == {"addressLine1": "Aan de lange kade tegenover de oude", "addressLine2": "scheepswerf 127"}
    with pytest.raises(CarrierError, match="does not fit") as refused:
        details(make_buyer_party("nl", phone="1", street=("straat " * 30,)))
    assert "Voorbeeld" not in str(refused.value), "no names in what is logged"


def test_our_key_fits_into_dhls_reference() -> None:
    assert reference_of("8f1a9d6c-0f7e-4c1b-9f43-7d7f7f0b5a10") == "8f1a9d6c0f7e4c1b9f437d7f7f0b5a10"
