"""Switching notices on and off is in the consent log, device by device."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from marketplace.accounts.consents.record import ConsentRecord
from marketplace.push.forget import forget_devices
from marketplace.push.kinds import PushKind
from marketplace.push.log_consent import WORDING
from marketplace.push.subscribe import choose_kinds, unsubscribe
from marketplace.push.subscription import MOST_OF_ONE
from tests.factories.accounts import make_user
from tests.factories.push import make_device, make_session

SWITCH = Path(__file__).parents[3] / "frontend/components/push_switch.html"
GIVEN, WITHDRAWN, ENDED = (
    ("DEVICE_NOTICES", *rest) for rest in (("GIVEN", "NOTICES"), ("WITHDRAWN", "NOTICES"), ("ENDED", ""))
)


def said() -> list[tuple[str, str, str]]:
    return list(ConsentRecord.objects.order_by("pk").values_list("purpose", "change", "place"))


@pytest.mark.django_db
def test_on_off_and_on_again() -> None:
    now, user = timezone.now(), make_user()
    device = make_device(user, read_in="ko")
    choose_kinds(subscription=device, kinds=[PushKind.ORDER_SHIPPED], now=now)
    assert said() == [GIVEN], "what it is told of may change"
    choose_kinds(subscription=device, kinds=[], now=now)
    choose_kinds(subscription=device, kinds=[PushKind.ORDER_SHIPPED], now=now, read_in="it")
    unsubscribe(subscription=device, now=now)
    assert said() == [GIVEN, WITHDRAWN, GIVEN, WITHDRAWN]
    rows = ConsentRecord.objects.order_by("pk")
    assert [row.language for row in rows] == ["ko", "", "it", ""]
    assert {row.user_id for row in rows} == {user.pk}


@pytest.mark.django_db
def test_a_device_that_goes_by_itself_ends_it() -> None:
    user = make_user()
    session = make_session(user)
    for _each in range(MOST_OF_ONE + 1):
        make_device(user, session=session)
    assert said()[-1] == ENDED and said().count(ENDED) == 1, "one device too many"
    make_device(endpoint="https://push.example.com/send/one")
    make_device(endpoint="https://push.example.com/send/one")
    assert said().count(ENDED) == 2, "somebody else signed in on it"
    later = timezone.now() + timedelta(days=31)
    assert forget_devices(now=later) == MOST_OF_ONE + 1
    assert said().count(ENDED) == MOST_OF_ONE + 3 == said().count(GIVEN)


def test_the_wording_is_that_of_the_page() -> None:
    assert f'_("{WORDING}")' in SWITCH.read_text(encoding="utf-8")
