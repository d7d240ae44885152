"""The contract every carrier's folder keeps, proven by its own samples.

``samples/quote-*.json``: consignment, day, and the quotes it gives. ``samples/book-*.json``: what is booked and the
receipt, or the error and whether it is permanent.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from logistics.carrier import Account, Capability, Carrier, CarrierError
from logistics.carriers import registry
from logistics.carriers.registry import UnknownCarrier, carrier_of, carriers
from logistics.consignment_json import consignment_from_json
from tests.factories.logistics import make_consignment

FOLDER = Path(registry.__file__).parent
SAMPLES = sorted(FOLDER.glob("*/samples/*.json"))

KEY = "8f1a9d6c-0f7e-4c1b-9f43-7d7f7f0b5a10"
VERBS = {
    Capability.QUOTE: "quote",
    Capability.BOOK: "book",
    Capability.LABEL: "label",
    Capability.CANCEL: "cancel",
    Capability.TRACK: "track",
    Capability.WEBHOOK: "parse_webhook",
}


def sample_id(path: Path) -> str:
    return f"{path.parent.parent.name}/{path.stem}"


def read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_folder_is_found_under_its_own_name() -> None:
    assert set(carriers()) == {path.parent.name for path in FOLDER.glob("*/carrier.py")}
    with pytest.raises(UnknownCarrier):
        carrier_of("carrier")


@pytest.mark.parametrize("carrier", carriers().values(), ids=lambda carrier: carrier.code)
def test_a_carrier_has_the_whole_shape_and_samples(carrier: Carrier) -> None:
    assert isinstance(carrier, Carrier)
    assert carrier.name
    assert any(path.parent.parent.name == carrier.code for path in SAMPLES)
    for capability in Capability:
        assert (getattr(type(carrier), VERBS[capability]) is getattr(Carrier, VERBS[capability])) is (
            capability not in carrier.capabilities
        ), capability


def test_what_is_not_declared_is_refused() -> None:
    with pytest.raises(CarrierError) as refused:
        carrier_of("manual").track(account=Account.none(), tracking_number="X0000000")
    assert refused.value.permanent


@pytest.mark.parametrize("path", [path for path in SAMPLES if path.stem.startswith("quote")], ids=sample_id)
def test_quotes_as_in_the_samples(path: Path) -> None:
    sample = read(path)
    carrier = carrier_of(path.parent.parent.name)
    found = carrier.quote(
        account=Account.none(),
        consignment=consignment_from_json(sample["consignment"]),
        on=date.fromisoformat(sample["on"]),
    )
    told = [
        {
            "service": quote.service,
            "price": str(quote.price),
            "days": [quote.min_days, quote.max_days],
            "zone": quote.zone,
            "chargeable": f"{quote.chargeable} {quote.unit}",
            "by_volume": quote.by_volume,
        }
        for quote in found
    ]
    assert told == sample["quotes"]


@pytest.mark.parametrize("path", [path for path in SAMPLES if path.stem.startswith("book")], ids=sample_id)
def test_bookings_as_in_the_samples(path: Path) -> None:
    sample = read(path)
    carrier = carrier_of(path.parent.parent.name)
    booking = {"service": sample["service"], "tracking_number": sample["tracking_number"]}
    if "error" in sample:
        with pytest.raises(CarrierError) as refused:
            carrier.book(account=Account.none(), consignment=make_consignment(), key=KEY, **booking)
        assert refused.value.permanent is sample["error"]["permanent"]
        return
    receipt = carrier.book(account=Account.none(), consignment=make_consignment(), key=KEY, **booking)
    assert {"tracking_number": receipt.tracking_number, "carrier_name": receipt.carrier_name} == sample["receipt"]
