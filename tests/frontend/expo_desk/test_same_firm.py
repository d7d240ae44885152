"""Two entries of one firm are found, compared and made one."""

import pytest
from django.test import Client

from marketplace.expo.exhibitors import update_exhibitor
from marketplace.expo.models import Exhibitor
from marketplace.graphql import to_global_id
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.expo_desk.world import Preparation, make_preparation

pytestmark = pytest.mark.django_db


@pytest.fixture
def fair(browser: Client) -> Preparation:
    made = make_preparation()
    sign_in(browser, made.officer)
    return made


def gid(exhibitor: Exhibitor) -> str:
    return to_global_id("Exhibitor", exhibitor.pk)


def test_the_other_entry_is_searched_from_the_exhibitors_page(browser: Client, fair: Preparation) -> None:
    assert "/same-firm" in read(browser, fair.entry)
    assert f"other={fair.other}" in read(browser, f"{fair.same_firm}?q=voorbeeld")
    assert "No other exhibitor matches" in read(browser, f"{fair.same_firm}?q=nobody")


def test_both_are_shown_with_the_result_and_become_one(browser: Client, fair: Preparation) -> None:
    update_exhibitor(exhibitor=fair.guest, changes={"phone": "0274 3822 333"})
    path = f"{fair.same_firm}?other={fair.other}"
    html = read(browser, path)
    assert html.count("0274 3822 333") == 2, "of the one that goes, and of the result"
    assert f'name="stays" value="{gid(fair.exhibitor)}"' in html
    assert f'name="goes" value="{gid(fair.exhibitor)}"' in read(browser, f"{path}&keep=other")
    html = carried_out(browser, path, "merge", goes=gid(fair.guest), stays=gid(fair.exhibitor))
    assert "The two entries are one exhibitor now." in html
    assert Exhibitor.objects.get(expo=fair.expo).phone == "0274 3822 333"


def test_what_forbids_it_is_said_before_and_again_when_sent(browser: Client, fair: Preparation) -> None:
    update_exhibitor(exhibitor=fair.guest, changes={"tax_code": "0314409058"})
    path = f"{fair.same_firm}?other={fair.other}"
    html = read(browser, path)
    assert "different tax codes" in html
    assert "Make them one exhibitor" not in html
    refused(browser, path, "merge", goes=gid(fair.guest), stays=gid(fair.exhibitor))
    assert Exhibitor.objects.filter(expo=fair.expo).count() == 2


@pytest.mark.parametrize("query", ["?other=x", "?other=RXhoaWJpdG9yOjk5OTk5OQ%3D%3D", "?q=%00&keep=zz"])
def test_nonsense_in_the_address_is_never_the_servers_trouble(browser: Client, fair: Preparation, query: str) -> None:
    assert browser.get(f"{fair.same_firm}{query}").status_code in {200, 400, 404}
