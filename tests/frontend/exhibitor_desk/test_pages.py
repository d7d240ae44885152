"""Every page of the exhibitor desk: open to its people, closed to others, sound in its HTML."""

import pytest
from django.test import Client

from frontend.exhibitor_desk.urls import pages
from tests.factories.accounts import make_user
from tests.factories.fair_business import make_contracted, make_submitted
from tests.frontend.desk_visitors import read, sign_in
from tests.frontend.exhibitor_desk.world import Desk, make_desk

pytestmark = pytest.mark.django_db
FOR_MANAGERS = {f"exhibitor-{name}" for name in ("application", "documents", "manual", "manual-page", "profile")}
FOR_SELLERS = {"exhibitor-leads-offer"}
"""Who does not manage the seller has no prices to offer."""
NO_PAGES_OF_ONE_EXHIBITOR = {"exhibitor-desks", "exhibitor-invitation", "exhibitor-leads-scan-token",
                             "exhibitor-leads-scan-manifest", "exhibitor-leads-scan-worker"}  # fmt: skip


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def test_no_page_is_forgotten_here(desk: Desk) -> None:
    assert {str(pattern.name) for pattern in pages} - NO_PAGES_OF_ONE_EXHIBITOR == set(desk.paths())


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_page_opens_for_its_manager_and_is_sound(browser: Client, desk: Desk, language: str) -> None:
    sign_in(browser, desk.manager)
    for path in desk.paths(language).values():
        read(browser, path)


def test_everybody_else_gets_what_is_theirs(browser: Client, desk: Desk) -> None:
    stand, stranger = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    sign_in(stand, desk.stand)
    sign_in(stranger, make_user())
    for name, path in desk.paths().items():
        kept_out = 403 if name in FOR_MANAGERS else 404 if name in FOR_SELLERS else 200
        found = [each.get(path).status_code for each in (stand, stranger, browser)]
        assert found == [kept_out, 404, 302], name


def test_the_door_leads_to_the_only_desk_and_shows_what_waits(browser: Client, desk: Desk) -> None:
    door = "/en/exhibitor-desk/"
    sign_in(browser, desk.manager)
    assert browser.get(door).headers["Location"] == desk.paths()["exhibitor-today"]
    assert f'href="{door}"' in read(browser, "/en/eu/account")
    elsewhere = make_submitted(user=desk.manager).expo
    assert f'href="/en/eu/fairs/{elsewhere.slug}/apply"' in read(browser, door)
    applicant = sign_in(Client(enforce_csrf_checks=True), make_submitted().user or make_user())
    assert f'href="{door}"' in read(applicant, "/en/eu/account")
    assert "With the organiser" in read(applicant, door)
    stranger = sign_in(Client(enforce_csrf_checks=True), make_user())
    assert f'href="{door}"' not in read(stranger, "/en/eu/account")
    assert "You do not exhibit at a fair yet" in read(stranger, door)
    make_contracted(elsewhere, user=desk.manager, name="Gốm Khác")
    assert desk.paths()["exhibitor-today"] in read(browser, door)
