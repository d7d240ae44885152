"""Each carrier's ``samples/*.json``: what is asked, word for word what goes out for it, and what is made of the answer.

``{"verb", …its arguments…, "now", "account", "exchanges": [{"request", "answer"}], "result" | "error"}``. Headers named
in a request are compared, the others are left alone. A carrier without a connection has no ``exchanges``.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from logistics.carrier import Account, Capability, Carrier, CarrierError, LabelFormat, WebhookRequest
from logistics.carriers import registry
from logistics.carriers.registry import UnknownCarrier, carrier_of, carriers
from logistics.consignment import Consignment
from logistics.consignment_json import consignment_from_json, money_to_json
from tests.contracts.carriers.ask import KEY
from tests.factories.logistics import make_consignment, make_domestic_consignment
from tests.peers.carriers.recorded import Recorded

FOLDER = Path(registry.__file__).parent
SAMPLES = sorted(FOLDER.glob("*/samples/*.json"))
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


@pytest.fixture
def recorded() -> Iterator[Recorded]:
    with Recorded() as peer:
        yield peer


def test_every_folder_is_found_under_its_own_name() -> None:
    assert set(carriers()) == {path.parent.name for path in FOLDER.glob("*/carrier.py")}
    with pytest.raises(UnknownCarrier):
        carrier_of("carrier")


@pytest.mark.parametrize("carrier", carriers().values(), ids=lambda carrier: carrier.code)
def test_a_carrier_does_what_it_declares_and_has_samples_of_it(carrier: Carrier) -> None:
    assert isinstance(carrier, Carrier)
    assert carrier.name
    shown = {json.loads(path.read_bytes())["verb"] for path in SAMPLES if path.parent.parent.name == carrier.code}
    for capability, verb in VERBS.items():
        is_written = getattr(type(carrier), verb) is not getattr(Carrier, verb)
        assert is_written is (capability in carrier.capabilities), capability
        assert (verb in shown) is is_written, f"samples of {verb}"
    assert bool(carrier.label_formats) is (Capability.LABEL in carrier.capabilities)
    if carrier.account_fields:
        assert type(carrier).check is not Carrier.check
        assert (FOLDER / carrier.code / "README.md").exists()


def test_what_is_not_declared_is_refused() -> None:
    with pytest.raises(CarrierError) as refused:
        carrier_of("manual").track(account=Account.none(), tracking_number="X0000000")
    assert refused.value.permanent


@pytest.mark.django_db
@pytest.mark.parametrize("path", SAMPLES, ids=sample_id)
def test_a_sample(path: Path, recorded: Recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    sample = json.loads(path.read_bytes())
    if "now" in sample:
        monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat(sample["now"]))
    carrier = carrier_of(path.parent.parent.name)
    recorded.answers = [each["answer"] for each in sample.get("exchanges", [])]
    settings = {"base_url": recorded.url, **sample.get("account", {})}
    account = Account(carrier.code, "a-key", None, settings, test=True)
    if "error" in sample:
        with pytest.raises(CarrierError) as caught:
            _ask(carrier, account, sample)
        assert {"fact": caught.value.fact, "permanent": caught.value.permanent} == sample["error"]
    else:
        assert _ask(carrier, account, sample) == sample["result"]
    exchanges = sample.get("exchanges", [])
    assert recorded.requests_like(exchanges) == [each["request"] for each in exchanges]


def _ask(carrier: Carrier, account: Account, sample: dict[str, Any]) -> Any:
    match sample["verb"]:
        case "quote":
            consignment, on = _consignment(sample), date.fromisoformat(sample["on"])
            return [_quote(each) for each in carrier.quote(account=account, consignment=consignment, on=on)]
        case "book":
            booking = carrier.book(
                account=account,
                consignment=_consignment(sample),
                service=sample["service"],
                tracking_number=sample.get("tracking_number", ""),
                key=KEY,
            )
            return _booking(booking)
        case "label":
            label = carrier.label(
                account=account, tracking_number=sample["tracking_number"], format=LabelFormat(sample["format"])
            )
            return {"media_type": label.media_type, "content": label.content.decode()}
        case "cancel":
            return carrier.cancel(account=account, tracking_number=sample["tracking_number"])
        case "track":
            return [_event(each) for each in carrier.track(account=account, tracking_number=sample["tracking_number"])]
        case "parse_webhook":
            request = WebhookRequest(sample.get("headers", {}), sample.get("query", {}), _body(sample["body"]))
            return [
                {"tracking_number": each.tracking_number, "reference": each.reference, **_event(each.event)}
                for each in carrier.parse_webhook(account=account, request=request)
            ]
        case other:
            raise AssertionError(f"there is no verb {other}")


def _consignment(sample: dict[str, Any]) -> Consignment:
    """As written in the sample, or one of the factory's by name."""
    written = sample["consignment"]
    if isinstance(written, str):
        return {"plain": make_consignment, "domestic": make_domestic_consignment}[written]()
    return consignment_from_json(written)


def _body(body: Any) -> bytes:
    return body.encode() if isinstance(body, str) else json.dumps(body, ensure_ascii=False).encode()


def _quote(quote: Any) -> dict[str, Any]:
    return {
        "service": quote.service,
        "price": str(quote.price),
        "days": [quote.min_days, quote.max_days],
        "zone": quote.zone,
        "chargeable": f"{quote.chargeable} {quote.unit}",
        "by_volume": quote.by_volume,
    }


def _booking(booking: Any) -> dict[str, Any]:
    told: dict[str, Any] = {"tracking_number": booking.tracking_number, "carrier_name": booking.carrier_name}
    if booking.cost is not None:
        told["cost"] = money_to_json(booking.cost)
    if booking.estimated_delivery is not None:
        told["estimated_delivery"] = booking.estimated_delivery.isoformat()
    return told


def _event(event: Any) -> dict[str, Any]:
    return {
        "status": str(event.status),
        "raw_code": event.raw_code,
        "occurred_at": event.occurred_at.isoformat(),
        "place": event.place,
        "note": event.note,
        "incident": event.incident and str(event.incident),
    }
