"""VNPost's tokens and lists of places: fetched once, and again when they ran out."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from logistics.addresses import PresentAddress, UnknownAddress
from logistics.carrier import WebhookRefused
from logistics.carriers.vnpost.carrier import carrier
from logistics.carriers.vnpost.places import KEPT, PlaceCodes, codes_of
from tests.peers.carriers.vnpost import Peer, key_pair

TODAY = date(2026, 11, 20)
HCMC = "Thành phố Hồ Chí Minh"


@pytest.fixture
def peer() -> Iterator[Peer]:
    KEPT.clear()
    with Peer() as running:
        yield running


def ask(peer: Peer) -> None:
    carrier.quote(account=peer.account(), consignment=peer.consignment(), on=TODAY)


def paths(peer: Peer) -> list[str]:
    found = [asked.path for asked in peer.asked]
    peer.asked.clear()
    return found


def test_a_token_and_the_places_are_fetched_once_and_a_token_that_ran_out_again(peer: Peer) -> None:
    ask(peer)
    assert paths(peer) == ["/GetAccessToken", "/getNewProvinceAll", "/getNewCommuneAll", "/ServicesCharge"]
    ask(peer)
    assert paths(peer) == ["/ServicesCharge"]
    peer.forget_tokens()
    ask(peer)
    assert paths(peer) == ["/ServicesCharge", "/GetAccessToken", "/ServicesCharge"]


@pytest.mark.parametrize(
    ("ward", "province", "codes"),
    [
        ("Phường Bình Thạnh", HCMC, PlaceCodes("70", "70003")),
        ("Xã Bình Thành", HCMC, PlaceCodes("70", "70004")),
        ("Phường Hoàn Kiếm", "Thành phố Hà Nội", PlaceCodes("10", "10001")),  # its province stands where districts did
        ("phường  thuận giao", HCMC, PlaceCodes("70", "70002")),
        ("Thuận Giao", HCMC, PlaceCodes("70", "70002")),
        ("Binh Thanh", HCMC, None),  # two of them
        ("Phường Hoàn Kiếm", HCMC, None),
        ("Phường Thuận Giao", "Tỉnh Đâu Đó", None),
    ],
)
def test_a_place_has_one_code_or_none(peer: Peer, ward: str, province: str, codes: PlaceCodes | None) -> None:
    place = PresentAddress("7 đường Thử", ward, province)
    if codes is None:
        with pytest.raises(UnknownAddress):
            codes_of(peer.account(), place)
    else:
        assert codes_of(peer.account(), place) == codes


def test_only_the_order_that_is_signed_is_believed(peer: Peer) -> None:
    at = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
    numbers = [carrier.book(account=peer.account(), consignment=peer.consignment(), service="CTN009",
                            tracking_number="", key=f"key-{each}").tracking_number for each in range(2)]  # fmt: skip
    added = {"itemCode": numbers[1], "status": 14, "updatedDate": "22/11/2026 10:00:00"}
    message = peer.message(numbers[0], "10", at, key_pair("vnpost"), added)
    told = carrier.parse_webhook(account=peer.account(), request=message)
    assert [(each.tracking_number, each.reference) for each in told] == [(numbers[0], "key-0")]


def test_a_key_may_be_pasted_in_any_form(peer: Peer) -> None:
    (number,) = [carrier.book(account=peer.account(), consignment=peer.consignment(), service="CTN009",
                              tracking_number="", key="key").tracking_number]  # fmt: skip
    message = peer.webhook(number, "14", datetime(2026, 11, 22, 3, 0, tzinfo=UTC))
    pem = peer.public_key()
    for form in (pem, pem.replace("\n", " "), "".join(pem.splitlines()[1:-1])):
        assert carrier.parse_webhook(account=peer.account(webhook_key=form), request=message)
    with pytest.raises(WebhookRefused):
        carrier.parse_webhook(account=peer.account(webhook_key=pem[:80]), request=message)
