"""Editions of a fair: their hours, when people may register, and the next one made of the last."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from catalog.refusal import Refused
from i18n.models import Translation
from i18n.translate import set_translation
from marketplace.expo.arrange import publish_expo, translate_expo, update_expo
from marketplace.expo.booths import assign_booth
from marketplace.expo.editions.hours import opening_hours
from marketplace.expo.editions.next_edition import EditionPlan, next_edition
from marketplace.expo.editions.registration import registration_open
from marketplace.expo.editions.set_hours import Hours, set_opening_hours
from marketplace.expo.editions.set_registration import Period, set_registration_periods
from marketplace.expo.models import (
    Booth,
    BoothPrice,
    Expo,
    FairPackage,
    HallFeature,
    ManualPage,
    ManualQuestion,
    OpeningHours,
    PackagePrice,
    RegistrationPeriod,
)
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall

pytestmark = pytest.mark.django_db

START = date(2027, 3, 10)
TODAY = date(2027, 4, 1)
NINE, FIVE = time(9), time(17)


def at(day: int, hour: int = 0, month: int = 3) -> datetime:
    return datetime(2027, month, day, hour, tzinfo=UTC)


def fair(**overrides: Any) -> Expo:
    """From 10 to 13 March 2027."""
    return make_expo(**{"name": "Hội chợ gỗ 2027", "starts_on": START, **overrides})


def hours_of(expo: Expo) -> list[tuple[int, str]]:
    return [(row.day.day, row.audience) for row in opening_hours(expo)]


def refusals(call: Any) -> list[tuple[str | None, str, int | None]]:
    with pytest.raises(Refused) as refused:
        call()
    return [(problem.field, problem.code, problem.index) for problem in refused.value.problems]


def test_an_edition_names_itself() -> None:
    expo = fair(topics=[" Gỗ ", "Gốm", "Gỗ", ""], languages=["vi", "en", "vi"])
    assert (expo.edition, expo.series) == ("2027", "hoi-cho-go")
    assert (expo.topics, expo.languages) == (["Gỗ", "Gốm"], ["vi", "en"])
    assert refusals(lambda: update_expo(expo=expo, changes={"topics": ["x" * 81], "languages": ["tlh"]})) == [
        ("topics", "INVALID", None),
        ("languages", "INVALID", None),
    ]


def test_hours_are_set_as_a_table_or_not_at_all() -> None:
    expo = fair()
    good = [
        Hours(START, NINE, FIVE, "TRADE"),
        Hours(START - timedelta(days=2), NINE, FIVE, "BUILD_UP"),
        Hours(START + timedelta(days=3), NINE, FIVE),
    ]
    set_opening_hours(expo=expo, hours=good)
    assert hours_of(expo) == [(8, "BUILD_UP"), (10, "TRADE"), (13, "PUBLIC")]
    bad = [
        Hours(START, FIVE, NINE),
        Hours(START - timedelta(days=1), NINE, FIVE),
        good[0],
        good[0],
        Hours(START + timedelta(days=34), NINE, FIVE, "DISMANTLING"),
    ]
    assert refusals(lambda: set_opening_hours(expo=expo, hours=bad)) == [
        ("closes_at", "INVALID", 0),
        ("day", "OUTSIDE_FAIR", 1),
        ("day", "UNIQUE", 3),
        ("day", "OUTSIDE_FAIR", 4),
    ]
    assert refusals(lambda: set_opening_hours(expo=expo, hours=good * 70)) == [("hours", "INVALID", None)]
    assert len(hours_of(expo)) == 3


def test_hours_follow_the_fair() -> None:
    expo = fair()
    rows = [Hours(START + timedelta(days=n), NINE, FIVE) for n in range(4)]
    build = Hours(START - timedelta(days=1), NINE, FIVE, "BUILD_UP")
    away = Hours(START + timedelta(days=4), NINE, FIVE, "DISMANTLING")
    set_opening_hours(expo=expo, hours=[build, *rows, away])
    update_expo(expo=expo, changes={"starts_on": date(2027, 3, 20), "ends_on": date(2027, 3, 22)})
    expected = [(19, "BUILD_UP"), (20, "PUBLIC"), (21, "PUBLIC"), (22, "PUBLIC"), (23, "DISMANTLING")]
    assert hours_of(expo) == expected


def test_who_may_register_when() -> None:
    expo = fair()
    own = Period("VISITOR", at(1), at(8, 10))
    set_registration_periods(expo=expo, periods=[own])
    for moment, audience, is_open in (
        (at(1) - timedelta(seconds=1), "VISITOR", False),
        (at(1), "VISITOR", True),
        (at(8, 9), "VISITOR", True),
        (at(8, 10), "VISITOR", False),
        (at(1, month=1), "EXHIBITOR", True),
        (at(13, 16), "EXHIBITOR", True),
        (at(13, 17), "EXHIBITOR", False),  # midnight in Viet Nam: the last day is over
    ):
        assert registration_open(expo, audience, moment) is is_open, (moment, audience)
    hidden = publish_expo(expo=expo, is_published=False)
    assert not registration_open(hidden, "VISITOR", at(2))
    bad = [Period("VISITOR", at(2), at(2)), Period("VISITOR", at(1), at(2)), Period("EXHIBITOR", at(1), at(13, 18))]
    assert refusals(lambda: set_registration_periods(expo=expo, periods=bad)) == [
        ("closes_at", "INVALID", 0),
        ("audience", "UNIQUE", 1),
        ("closes_at", "INVALID", 2),
    ]
    assert RegistrationPeriod.objects.count() == 1


def test_the_next_edition_takes_the_house_over_and_nobody() -> None:
    last = fair(topics=["Gỗ"], languages=["vi"], theme="Gỗ xanh")
    translate_expo(expo=last, language="en", texts_given={"name": "Wood fair 2027", "theme": "Green wood"})
    hall = make_hall(last)
    taken, _free = make_booth(hall), make_booth(hall, "A02", 10)
    assign_booth(booth=taken, exhibitor=make_exhibitor(last))
    set_opening_hours(expo=last, hours=[Hours(START, NINE, FIVE)])
    set_registration_periods(expo=last, periods=[Period("VISITOR", at(1), at(8))])

    expo = next_edition(of=last, plan=EditionPlan("2028", date(2028, 3, 8)), today=TODAY)

    assert (expo.name, expo.slug, expo.series) == ("Hội chợ gỗ 2028", "hoi-cho-go-2028", last.series)
    assert (expo.ends_on, expo.is_published, expo.topics) == (date(2028, 3, 11), False, ["Gỗ"])
    assert not expo.exhibitors.exists()
    booths = Booth.objects.filter(hall__expo=expo)
    assert [(booth.code, int(booth.x), str(booth.status)) for booth in booths] == [
        ("A01", 0, "FREE"),
        ("A02", 10, "FREE"),
    ]
    assert OpeningHours.objects.get(expo=expo).day == date(2028, 3, 8)
    assert RegistrationPeriod.objects.get(expo=expo).opens_at.date() == date(2028, 2, 28)
    names = Translation.objects.filter(object_id=str(expo.pk), subject=Expo.SUBJECT).values_list("field", "text")
    assert set(names) == {("name", "Wood fair 2028"), ("theme", "Green wood")}
    assert Booth.objects.get(pk=taken.pk).exhibitor is not None, "the last edition stays as it was"
    for plan, field in (
        (EditionPlan("", date(2029, 1, 1)), "edition"),
        (EditionPlan("2028", date(2029, 1, 1)), "edition"),
        (EditionPlan("2029", last.ends_on), "starts_on"),
    ):
        assert [one[0] for one in refusals(lambda plan=plan: next_edition(of=last, plan=plan, today=TODAY))] == [field]


def test_the_next_edition_keeps_what_is_sold_and_told() -> None:
    last = fair()
    hall = make_hall(last)
    HallFeature.objects.create(hall=hall, kind="AISLE", x=0, y=20, width=60, depth=3)
    for year, price in ((2025, 90), (2026, 100)):
        BoothPrice.objects.create(
            expo=last, kind="SHELL", currency="EUR", per_square_metre=price, effective_from=date(year, 1, 1)
        )
    package = FairPackage.objects.create(expo=last, name="Gian tiêu chuẩn")
    FairPackage.objects.create(expo=last, name="Gói cũ", is_offered=False)
    PackagePrice.objects.create(
        package=package, kind="REGISTRATION", currency="EUR", amount=200, effective_from=date(2026, 1, 1)
    )
    page = ManualPage.objects.create(expo=last, title="Thi công", body="Chiều cao 4 m.", due_on=date(2027, 2, 10))
    ManualQuestion.objects.create(page=page, label="Ai thi công?", kind="TEXT")
    set_translation(subject=FairPackage.SUBJECT, object_id=package.pk, language="en", texts={"name": "Standard booth"})

    expo = next_edition(of=last, plan=EditionPlan("2028", date(2028, 3, 10)), today=TODAY)

    assert HallFeature.objects.get(hall__expo=expo).kind == "AISLE"
    copied_price = BoothPrice.objects.get(expo=expo)
    assert (int(copied_price.per_square_metre), copied_price.effective_from) == (100, TODAY)
    copied = FairPackage.objects.get(expo=expo)
    assert (copied.name, str(copied.prices.get())) == (package.name, f"REGISTRATION 200.0000 EUR from {TODAY}")
    translated = Translation.objects.get(subject=FairPackage.SUBJECT, object_id=str(copied.pk))
    assert translated.text == "Standard booth"
    question = ManualQuestion.objects.get(page__expo=expo)
    assert (question.label, question.page.due_on) == ("Ai thi công?", date(2028, 2, 11))
