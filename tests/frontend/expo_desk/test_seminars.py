"""Seminars at the expo desk: added, changed, translated, called off."""

from typing import Any

import pytest
from django.test import Client

from marketplace.expo.models import Seminar
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_user
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.expo_desk.world import Preparation, make_preparation

pytestmark = pytest.mark.django_db


@pytest.fixture
def fair(browser: Client) -> Preparation:
    made = make_preparation()
    sign_in(browser, made.officer)
    return made


def test_a_seminar_is_planned_and_called_off(browser: Client, fair: Preparation) -> None:
    page = f"{fair.fair}/seminars"
    assert "No seminar is planned yet" in read(browser, page)
    fields = {
        "title": "Gỗ hợp pháp",
        "speaker": "Lê Ví Dụ",
        "day": fair.expo.starts_on.isoformat(),
        "hour": "14:00",
        "minutes": "60",
        "seats": "30",
        "sourceLanguage": "vi",
        "languages": ["vi", "en"],
        "hallId": to_global_id("Hall", fair.hall.pk),
    }
    wrongs: list[dict[str, Any]]
    wrongs = [{"title": ""}, {"hour": "14h"}, {"day": "x"}, {"seats": "0"}, {"languages": []}, {"minutes": "x"}]
    for wrong in wrongs:
        refused(browser, page, "create", **{**fields, **wrong})
    assert "Gỗ hợp pháp" in carried_out(browser, page, "create", **fields)
    seminar = Seminar.objects.get()
    assert (f"{seminar.starts_at:%H:%M}", seminar.hall, seminar.languages) == ("07:00", fair.hall, ["vi", "en"])
    one = f"{page}/{to_global_id('Seminar', seminar.pk)}"
    assert 'value="14:00"' in read(browser, one)
    carried_out(browser, one, "update", **{**fields, "seats": "40", "hallId": ""})
    seminar.refresh_from_db()
    assert (seminar.seats, seminar.hall) == (40, None)
    carried_out(browser, f"{one}?language=ko", "translate", language="ko", title="합법 목재", description="")
    assert "합법 목재" in read(browser, one.replace("/en/", "/ko/", 1))
    assert "Called off" in carried_out(browser, one, "cancel")
    refused(browser, one, "translate", language="vi", title="x", description="")


def test_others_have_no_business_here(browser: Client, fair: Preparation) -> None:
    sign_in(browser, make_user())
    read(browser, f"{fair.fair}/seminars", status=403)
