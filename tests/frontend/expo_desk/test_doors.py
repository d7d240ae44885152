"""The way of who works at the doors: from the header to the fairs whose doors are theirs."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.accounts.permissions import StaffRole
from marketplace.expo.arrange import ExpoPlan, create_expo
from tests.factories.accounts import make_expo_officer, make_user
from tests.factories.expo import make_expo
from tests.frontend.desk_visitors import read, sign_in

pytestmark = pytest.mark.django_db
DOORS = "/en/expo-desk/doors"
LINK = 'href="/en/expo-desk/doors"'
DESK = 'href="/en/expo-desk/"'


@pytest.fixture
def keeper() -> User:
    return make_user(staff_roles=[StaffRole.DOOR.value])


def fair_that_ended(days_ago: int, slug: str) -> None:
    last = today_here() - timedelta(days=days_ago)
    make_expo(slug=slug, name=slug, starts_on=last - timedelta(days=2), ends_on=last)


def test_the_menu_leads_each_person_to_their_own_page(browser: Client, keeper: User) -> None:
    home = "/en/eu/fairs"
    for user, links in (
        (keeper, (True, False)),
        (make_expo_officer(), (False, True)),
        (make_user(), (False, False)),
    ):
        html = read(sign_in(browser, user), home)
        assert (LINK in html, DESK in html) == links, user.staff_roles


def test_the_fairs_of_now_are_offered_and_old_or_secret_ones_are_not(browser: Client, keeper: User) -> None:
    make_expo(slug="coming")
    make_expo(slug="today", starts_on=today_here() - timedelta(days=3))
    make_expo(slug="secret", is_published=False)
    fair_that_ended(7, "lately")
    fair_that_ended(8, "long-ago")
    html = read(sign_in(browser, keeper), DOORS)
    offered = {slug for slug in ("coming", "today", "secret", "lately", "long-ago") if f"/{slug}/door" in html}
    assert offered == {"coming", "today", "lately"}
    for slug in sorted(offered):
        read(browser, f"/en/expo-desk/{slug}/door")
    read(browser, "/ko/expo-desk/doors")


def test_one_fair_is_gone_to_at_once_and_none_is_said(browser: Client, keeper: User) -> None:
    sign_in(browser, keeper)
    assert "No fair is announced" in read(browser, DOORS)
    fair_that_ended(1, "only")
    assert browser.get(DOORS).headers["Location"] == "/en/expo-desk/only/door"


def test_nobody_else_sees_it(browser: Client, keeper: User) -> None:
    assert "sign-in?next=" in browser.get(DOORS).headers["Location"]
    for user in (make_user(), make_user(staff_roles=[StaffRole.AUTHORITY.value])):
        assert sign_in(browser, user).get(DOORS).status_code == 403
    assert sign_in(browser, keeper).get("/en/expo-desk/").status_code == 403


def test_what_stands_above_the_doors_leads_their_keeper_to_a_page_that_opens(browser: Client, keeper: User) -> None:
    make_expo(slug="only")
    html = read(sign_in(browser, keeper), "/en/expo-desk/only/door")
    above = re.search(r'class="entry-head"><a href="([^"]+)"', html)
    assert above
    read(browser, above[1])


def test_no_fair_takes_the_address_of_the_page() -> None:
    today = today_here()
    assert create_expo(plan=ExpoPlan(name="Doors", starts_on=today, ends_on=today)).slug == "doors-2"
