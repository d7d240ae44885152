"""The editions of the demo's fair: hours, registration, how its space was sold, and news of it."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from marketplace.demo.sellers import SOURCE_LANGUAGE
from marketplace.demo.world import read
from marketplace.expo.arrange import ExpoPlan, create_expo, translate_expo, update_expo
from marketplace.expo.editions.hours import HoursAudience
from marketplace.expo.editions.registration import RegistrationAudience
from marketplace.expo.editions.set_hours import Hours, set_opening_hours
from marketplace.expo.editions.set_registration import Period, set_registration_periods
from marketplace.expo.exhibition import Expo
from marketplace.expo.models import SpaceDay
from marketplace.expo.news.release import release_news
from marketplace.expo.news.write import NewsDraft, translate_news, write_news
from marketplace.expo.progress.space import SpaceCount, space_of

BUILD_UP_FROM = time(7)


def describe_editions() -> int:
    """Hours and registration of every fair; an edition before, its sales and news of the one to come.

    Returns how many pieces of news there are.
    """
    data = read("fair_editions.toml")
    for each in Expo.objects.order_by("starts_on"):
        set_opening_hours(expo=each, hours=_hours(each, data["hours"]))
        set_registration_periods(expo=each, periods=_periods(each, data["registration"]))
    expo = Expo.objects.get(slug=data["fair"])
    update_expo(expo=expo, changes={"topics": data["topics"], "languages": data["languages"], "edition": "2027"})
    space = space_of(expo, timezone.localdate()).all
    _remember_sales(expo, data["curve"]["this"], space.all, space.assigned)
    before, sold = _edition_before(expo, data["before"]), SpaceCount(0, Decimal(data["before"]["area"]))
    _remember_sales(before, data["curve"]["before"], sold, sold)
    for item in data["news"]:
        _write(expo, item)
    return len(data["news"])


def _edition_before(expo: Expo, data: dict[str, Any]) -> Expo:
    """Not public: nothing is known of it but its days and how its space was sold."""
    earlier, texts = timedelta(weeks=data["weeks_earlier"]), dict(data["texts"])
    plan = ExpoPlan(
        **texts.pop(SOURCE_LANGUAGE),
        source_language=SOURCE_LANGUAGE,
        starts_on=expo.starts_on - earlier,
        ends_on=expo.ends_on - earlier,
        venue=expo.venue,
        edition=data["edition"],
        series=expo.series,
    )
    made = create_expo(plan=plan)
    for language, given in texts.items():
        translate_expo(expo=made, language=language, texts_given=given)
    return made


def _hours(expo: Expo, data: dict[str, Any]) -> list[Hours]:
    days = [expo.starts_on + timedelta(days=n) for n in range((expo.ends_on - expo.starts_on).days + 1)]
    build_up = [expo.starts_on - timedelta(days=n + 1) for n in range(data["build_up_days"])]
    hours = [Hours(day, BUILD_UP_FROM, data["build_up_until"], HoursAudience.BUILD_UP) for day in build_up]
    for number, day in enumerate(days):
        audience = HoursAudience.TRADE if number < data["trade_days"] else HoursAudience.PUBLIC
        hours.append(Hours(day, data["opens_at"], data["closes_at"], audience))
    closing = Hours(expo.ends_on, data["closes_at"], data["dismantling_until"], HoursAudience.DISMANTLING)
    return [*hours, closing]


def _periods(expo: Expo, data: dict[str, Any]) -> list[Period]:
    def at(days: int) -> datetime:
        return datetime.combine(expo.starts_on - timedelta(days=days), time(), ZoneInfo(expo.timezone))

    closing = datetime.combine(expo.ends_on + timedelta(days=1), time(), ZoneInfo(expo.timezone))
    return [
        Period(RegistrationAudience.EXHIBITOR, at(data["exhibitors_from"]), at(data["exhibitors_until"])),
        Period(RegistrationAudience.VISITOR, at(data["visitors_from"]), closing),
    ]


def _remember_sales(expo: Expo, weeks: list[list[int]], all: SpaceCount, sold: SpaceCount) -> None:
    """Rows as the clock would have written them; the demo has no past of its own."""
    rows = [(expo.starts_on - timedelta(weeks=before), Decimal(share) / 100) for before, share in weeks]
    SpaceDay.objects.bulk_create(
        SpaceDay(
            expo=expo,
            day=day,
            booths=all.booths,
            booths_taken=int(sold.booths * share),
            area=all.area,
            area_reserved=0,
            area_taken=(sold.area * share).quantize(Decimal("0.01")),
        )
        for day, share in rows
    )


def _write(expo: Expo, data: dict[str, Any]) -> None:
    texts = dict(data["texts"])
    draft = NewsDraft(**texts.pop(SOURCE_LANGUAGE), source_language=SOURCE_LANGUAGE, to_visitors=data["to_visitors"])
    news = write_news(expo=expo, draft=draft, by=None)
    for language, given in texts.items():
        translate_news(news=news, language=language, given=given)
    if data["released"]:
        release_news(news=news, now=timezone.now())
