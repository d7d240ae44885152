"""Exhibitions for tests, made through the verbs people use; every firm here is made up."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from marketplace.expo.arrange import ExpoPlan, create_expo, publish_expo
from marketplace.expo.booths import Draft, create_booth
from marketplace.expo.exhibitors import ExhibitorEntry, create_exhibitor
from marketplace.expo.halls import create_hall
from marketplace.expo.models import Booth, Exhibitor, Expo, Hall
from marketplace.expo.plan.rectangle import Rectangle

_number = count(1)


def make_expo(*, is_published: bool = True, **overrides: Any) -> Expo:
    """A published exhibition that begins in a month."""
    starts_on = overrides.pop("starts_on", date.today() + timedelta(days=30))  # noqa: DTZ011  # any day will do
    fields = {"name": f"Hội chợ ví dụ {next(_number)}", "ends_on": starts_on + timedelta(days=3), **overrides}
    return publish_expo(expo=create_expo(plan=ExpoPlan(starts_on=starts_on, **fields)), is_published=is_published)


def make_hall(expo: Expo | None = None, *, name: str = "A", width: int = 60, depth: int = 40) -> Hall:
    return create_hall(expo=expo or make_expo(), name=name, width=Decimal(width), depth=Decimal(depth))


def make_booth(hall: Hall, code: str = "A01", x: int = 0, y: int = 0, width: int = 3, depth: int = 3) -> Booth:
    place = Rectangle(Decimal(x), Decimal(y), Decimal(width), Decimal(depth))
    return create_booth(hall=hall, draft=Draft(code, place))


def make_exhibitor(expo: Expo | None = None, **overrides: Any) -> Exhibitor:
    seller = overrides.pop("seller", None)
    fields = {"name": f"Công ty TNHH Triển Lãm Ví Dụ {next(_number)}", **overrides}
    return create_exhibitor(expo=expo or make_expo(), entry=ExhibitorEntry(**fields), seller=seller)
