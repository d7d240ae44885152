"""Editions through the API: the public reads hours and periods, staff with expo.manage change them."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from marketplace.expo.editions.set_hours import Hours, set_opening_hours
from marketplace.expo.editions.set_registration import Period, set_registration_periods
from marketplace.expo.models import Expo
from marketplace.graphql import to_global_id
from marketplace.schema import schema
from tests.cast import assemble
from tests.factories.expo import make_expo
from tests.marketplace.accounts import api
from tests.marketplace.accounts.api import outcome, snapshot

pytestmark = pytest.mark.django_db

READ = """query ($slug: String!) { expo(slug: $slug) { edition series topics languages { code }
  openingHours { day audience opensAt closesAt } registrationPeriods { audience opensAt closesAt }
  registrationOpen(audience: VISITOR) editions { edition } } }"""
HOURS = """mutation ($id: ID!, $hours: [FairOpeningHoursInput!]!) {
  expoOpeningHoursSet(id: $id, hours: $hours) { errors { field code message index } } }"""
PERIODS = """mutation ($id: ID!, $periods: [FairRegistrationPeriodInput!]!) {
  expoRegistrationSet(id: $id, periods: $periods) { errors { field code message } } }"""
NEXT = """mutation ($id: ID!, $input: ExpoNextEditionInput!) {
  expoNextEdition(id: $id, input: $input) { expo { edition } errors { field code message } } }"""
ROW = {"day": "2031-03-10", "audience": "PUBLIC", "opensAt": "09:00", "closesAt": "17:30"}


def fair(**overrides: Any) -> Expo:
    return make_expo(**{"name": "Hội chợ 2031", "starts_on": date(2031, 3, 10), **overrides})


def test_the_public_reads_hours_and_periods() -> None:
    fair(name="Hội chợ 2030", starts_on=date(2030, 3, 10))
    fair(name="Hội chợ 2032", starts_on=date(2032, 3, 10), is_published=False)
    expo = fair(topics=["Gỗ"], languages=["vi", "zh-Hans"])
    set_opening_hours(expo=expo, hours=[Hours(date(2031, 3, 10), time(9), time(17, 30))])
    period = Period("VISITOR", datetime(2031, 1, 1, tzinfo=UTC), datetime(2031, 3, 1, tzinfo=UTC))
    set_registration_periods(expo=expo, periods=[period])
    assert api.ask(READ, {"slug": expo.slug}, schema=lambda: schema)["expo"] == {
        "edition": "2031",
        "series": "hoi-cho",
        "topics": ["Gỗ"],
        "languages": [{"code": "VI"}, {"code": "ZH_HANS"}],
        "openingHours": [ROW],
        "registrationPeriods": [
            {"audience": "VISITOR", "opensAt": "2031-01-01T00:00:00+00:00", "closesAt": "2031-03-01T00:00:00+00:00"}
        ],
        "registrationOpen": False,
        "editions": [{"edition": "2031"}, {"edition": "2030"}],
    }


def test_only_staff_change_editions() -> None:
    cast, expo = assemble(), fair()
    gid = to_global_id("Expo", expo.pk)
    period = {"audience": "VISITOR", "opensAt": "2031-01-01T00:00:00Z", "closesAt": "2031-03-01T00:00:00Z"}
    tries: list[tuple[str, dict[str, Any]]] = [
        (HOURS, {"id": gid, "hours": [ROW]}),
        (PERIODS, {"id": gid, "periods": [period]}),
        (NEXT, {"id": gid, "input": {"edition": "2032", "startsOn": "2032-03-10"}}),
    ]
    for document, variables in tries:
        for actor, expected in (
            (None, "UNAUTHENTICATED"),
            (cast.buyer, "PERMISSION_DENIED"),
            (cast.woodworks.owner, "PERMISSION_DENIED"),
            (cast.expo_officer, "done"),
        ):
            before = snapshot("expo")
            result = outcome(api.call(document, variables, actor=actor, schema=lambda: schema))
            assert result == expected, (document, actor)
            assert (snapshot("expo") == before) is (expected != "done"), (document, actor)


def test_a_row_that_is_no_time_is_named() -> None:
    cast, expo = assemble(), fair()
    rows = [ROW, {**ROW, "closesAt": "late"}, {**ROW, "day": "2031-01-01"}]
    variables = {"id": to_global_id("Expo", expo.pk), "hours": rows}
    data = api.ask(HOURS, variables, actor=cast.expo_officer, schema=lambda: schema)
    errors = [(error["field"], error["code"], error["index"]) for error in data["expoOpeningHoursSet"]["errors"]]
    assert errors == [("closesAt", "INVALID", 1)]
