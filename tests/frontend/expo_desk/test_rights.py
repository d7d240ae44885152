"""Who may open the expo desk, and that each page is sound for who may."""

import pytest
from django.test import Client
from django.urls import resolve

from frontend.expo_desk.urls import pages
from marketplace.expo.models import Exhibitor
from tests.factories.accounts import make_operator, make_user
from tests.factories.sellers import make_member
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import read, sign_in
from tests.frontend.expo_desk.open_fair import make_open_fair_pages
from tests.frontend.expo_desk.world import Preparation, make_preparation

pytestmark = pytest.mark.django_db


FILES = {"expo-fair-live", "expo-report-file", "expo-booth-codes", "expo-door-list", "expo-door-manifest",
         "expo-door-worker"}  # fmt: skip
FOR_THE_DOOR = {"expo-door"}
"""The same for everybody, with nothing of the fair in it; see test_visitors."""


@pytest.fixture
def fair() -> Preparation:
    return make_preparation()


@pytest.fixture
def everything() -> Preparation:
    return make_preparation(of_open_fair=make_open_fair_pages())


def test_no_page_is_forgotten_here(everything: Preparation) -> None:
    walked = {resolve(path.split("?")[0]).url_name for path in everything.pages()}
    assert walked == {pattern.name for pattern in pages} - FILES - FOR_THE_DOOR


@pytest.mark.parametrize("language", ["en", "vi", "ja"])
def test_every_page_opens_for_a_fair_officer(browser: Client, everything: Preparation, language: str) -> None:
    sign_in(browser, everything.officer)
    for path in everything.pages(language):
        read(browser, path)


def test_nobody_else_gets_in(browser: Client, everything: Preparation) -> None:
    fair = everything
    for path in fair.pages():
        answer = browser.get(path)
        assert answer.status_code == 302, path
        assert "sign-in?next=" in answer.headers["Location"]
    for user in (make_user(), make_member(fair.seller), make_operator()):
        if user.has_permission("expo.manage"):
            continue
        visitor = sign_in(Client(enforce_csrf_checks=True), user)
        for path in fair.pages():
            assert visitor.get(path).status_code == 403, (path, user.email)


def test_a_form_of_somebody_else_changes_nothing(browser: Client, fair: Preparation) -> None:
    assert post(browser, fair.fair, "publish").status_code == 302
    sign_in(browser, make_member(fair.seller))
    assert post(browser, fair.fair, "publish").status_code == 403
    assert post(browser, fair.entry, "delete").status_code == 403
    fair.expo.refresh_from_db()
    assert fair.expo.is_published is False
    assert Exhibitor.objects.filter(pk=fair.exhibitor.pk).exists()


@pytest.mark.parametrize(
    "path", ["none", "none/exhibitors", "hoi-cho-chuan-bi/exhibitors/none", "hoi-cho-chuan-bi/imports/x"]
)
def test_what_is_not_there_is_not_found(browser: Client, fair: Preparation, path: str) -> None:
    sign_in(browser, fair.officer)
    read(browser, f"/en/expo-desk/{path}", status=404)


@pytest.mark.parametrize(
    "rest",
    [
        "?hall=x&booth=%00",
        "/exhibitors?q=%3Cscript%3E&hall=x",
        "/exhibitors?country=xyz&after=none",
        "/texts?language=zz",
    ],
)
def test_nonsense_in_an_address_is_never_the_servers_trouble(browser: Client, fair: Preparation, rest: str) -> None:
    sign_in(browser, fair.officer)
    assert browser.get(f"{fair.fair}{rest}").status_code in {200, 400, 404}
