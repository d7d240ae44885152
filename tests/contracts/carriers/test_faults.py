"""Whatever a carrier does wrong is a `CarrierError` that says if trying again is of use, and books nothing twice."""

import time
from collections.abc import Callable

import pytest

from logistics.carrier import AlreadyBooked, Capability, CarrierError, CredentialsRefused
from tests.contracts.carriers.ask import KEY, LATER, Contract
from tests.peers.carriers.peer import Fault

PASSING = (
    Fault.SLOW, Fault.DRIP, Fault.TOO_OFTEN, Fault.DOWN, Fault.NOT_JSON, Fault.REDIRECT, Fault.HANGS_UP, Fault.TOO_LONG,
)  # fmt: skip
LONGEST_WAIT = 8.0
"""Slower ones of the peer take longer."""
ODD = (Fault.NULL, Fault.LIST, Fault.EMPTY_OBJECT, Fault.NO_DATA)


def every_answer_wrong(contract: Contract, fault: Fault) -> None:
    contract.peer.trouble(fault, times=5)


def refused(contract: Contract, verb: str, number: str) -> CarrierError:
    with pytest.raises(CarrierError) as caught:
        contract.ask(verb, number)
    assert caught.value.carrier == contract.carrier.code, verb
    return caught.value


@pytest.mark.parametrize("fault", PASSING)
def test_what_may_pass_is_not_permanent(contract: Contract, fault: Fault, impatience: Callable[[], None]) -> None:
    number = contract.book().tracking_number
    if fault in (Fault.SLOW, Fault.DRIP):
        impatience()
    for verb in contract.verbs if fault == Fault.DOWN else contract.verbs[:1]:
        every_answer_wrong(contract, fault)
        started = time.monotonic()
        error = refused(contract, verb, number)
        assert not error.permanent, (verb, error)
        assert time.monotonic() - started < LONGEST_WAIT, verb
        assert ("longer than" in error.fact) is (fault == Fault.TOO_LONG), error.fact
        assert error.retry_after == (7 if fault == Fault.TOO_OFTEN else None)
        contract.peer.calm()
    assert len(contract.peer.parcels) == 1
    assert not any(asked.path == "/elsewhere" for asked in contract.peer.asked), "credentials went where they were sent"


def test_wrong_credentials_are_refused_for_every_verb(contract: Contract) -> None:
    number = contract.book().tracking_number
    stranger = contract.peer.account(**contract.peer.wrong_credentials())
    for verb in contract.verbs:
        with pytest.raises(CredentialsRefused) as caught:
            contract.ask(verb, number, stranger)
        assert caught.value.permanent, verb
        assert not any(wrong in str(caught.value) for wrong in contract.peer.wrong_credentials().values())
    assert len(contract.peer.parcels) == 1


def test_a_no_with_status_200_is_a_no(contract: Contract) -> None:
    number = contract.book().tracking_number
    for verb in contract.verbs:
        every_answer_wrong(contract, Fault.BUSINESS_ERROR)
        error = refused(contract, verb, number)
        assert error.permanent, (verb, error)
        contract.peer.calm()
    assert len(contract.peer.parcels) == 1


@pytest.mark.parametrize("fault", ODD)
def test_an_odd_answer_is_a_failure_and_no_crash(contract: Contract, fault: Fault) -> None:
    """An answer without anything in it may be the right one to a cancelling or a check; nothing else may come out."""
    number = contract.book().tracking_number
    for verb in contract.verbs:
        every_answer_wrong(contract, fault)
        try:
            found = contract.ask(verb, number)
        except CarrierError as error:
            assert error.carrier == contract.carrier.code
        else:
            assert not found, (verb, found)
        contract.peer.calm()


def number_of_another_try(contract: Contract) -> str:
    """From booking again, or from the message that comes where the carrier does not tell it then."""
    if contract.peer.finds_lost_bookings:
        return contract.book(KEY).tracking_number
    with pytest.raises(AlreadyBooked):
        contract.book(KEY)
    (number,) = contract.peer.parcels
    message = contract.peer.webhook(number, contract.peer.MOVING, LATER)
    (told,) = contract.carrier.parse_webhook(account=contract.peer.account(), request=message)
    assert told.reference == KEY
    return told.tracking_number


def test_the_same_key_is_the_same_booking(contract: Contract) -> None:
    if not contract.has(Capability.BOOK):
        return
    first = contract.book()
    assert first.tracking_number
    assert number_of_another_try(contract) == first.tracking_number
    assert list(contract.peer.parcels) == [first.tracking_number]
    assert contract.book("5f3c8e1a-6a44-4d0b-8c22-0d2b6f3f7a01").tracking_number != first.tracking_number


def test_a_booking_whose_answer_was_lost_is_found_again(contract: Contract) -> None:
    if not contract.has(Capability.BOOK):
        return
    contract.peer.trouble(Fault.LOST_ANSWER, contract.peer.booking_path)
    with pytest.raises(CarrierError) as lost:
        contract.book()
    assert not lost.value.permanent
    (number,) = contract.peer.parcels
    assert number_of_another_try(contract) == number
    assert len(contract.peer.parcels) == 1


def test_a_number_nobody_knows_is_refused(contract: Contract) -> None:
    for verb in ("TRACK", "CANCEL"):
        if contract.has(Capability(verb)):
            assert refused(contract, verb, "NOSUCH0001").permanent, verb


def test_cancelling_twice_is_once(contract: Contract) -> None:
    if not contract.has(Capability.CANCEL):
        return
    number = contract.book().tracking_number
    contract.ask("CANCEL", number)
    contract.ask("CANCEL", number)
    assert contract.peer.parcels[number].is_cancelled


def test_what_was_delivered_is_not_cancelled(contract: Contract) -> None:
    if not contract.has(Capability.CANCEL):
        return
    number = contract.book().tracking_number
    contract.peer.move(number, contract.peer.DELIVERED)
    assert refused(contract, "CANCEL", number).permanent
