"""The state machine, tried on every history."""

from hypothesis import given
from hypothesis import strategies as st

from logistics.shipments.status import FINAL, ShipmentStatus, advances

COURSE = ["DRAFT", "BOOKED", "IN_TRANSIT", "CUSTOMS", "OUT_FOR_DELIVERY"]


@given(st.lists(st.sampled_from(ShipmentStatus.values), max_size=12))
def test_a_state_never_goes_back(events: list[str]) -> None:
    current = "BOOKED"
    for event in events:
        new = event if advances(current, event) else current
        if current in FINAL:
            assert new == current
        elif new not in FINAL:
            assert COURSE.index(new) >= COURSE.index(current)
        current = new


def test_cancelling_is_for_what_the_carrier_does_not_have() -> None:
    allowed = {status for status in ShipmentStatus.values if advances(status, "CANCELLED")}
    assert allowed == {"DRAFT", "BOOKED"}


def test_a_draft_is_not_delivered() -> None:
    assert not any(advances("DRAFT", final) for final in ("DELIVERED", "RETURNED", "FAILED"))
    assert advances("BOOKED", "DELIVERED")
    assert advances("CUSTOMS", "RETURNED")
