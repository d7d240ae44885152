"""The list of fairs: what one can still go to, before what is kept."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.channels import make_channel
from tests.factories.expo import make_expo

pytestmark = pytest.mark.django_db


def test_coming_fairs_stand_before_those_that_are_over_the_nearest_first(browser: Client) -> None:
    make_channel("eu")
    today = timezone.localdate()
    for slug, days in (("long-ago", -300), ("next-year", 400), ("last-month", -30), ("next-month", 30)):
        start = today + timedelta(days=days)
        make_expo(slug=slug, starts_on=start, ends_on=start + timedelta(days=3))
    html = browser.get("/en/eu/fairs").content.decode()
    shown = re.findall(r'<h3><a href="/en/eu/fairs/([^"]+)"', html)
    assert shown == ["next-month", "next-year", "last-month", "long-ago"]
    assert html.index('id="past"') > html.index("next-year")
