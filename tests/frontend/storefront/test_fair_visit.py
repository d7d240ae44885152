"""A visitor's pages of a fair: registering, the mailed link, the badge, changing, leaving."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from i18n.today import today_here
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.events.deliver import deliver_pending
from marketplace.expo.badges.issue import void_badge
from marketplace.expo.models import Expo, RegistrationPeriod, Visitor
from marketplace.expo.visitors.token import visitor_token
from marketplace.expo.visitors.visitor import consents_to
from tests.factories.accounts import make_user
from tests.factories.channels import make_channel
from tests.factories.expo import make_expo
from tests.factories.visitors import badge_of, make_registration, make_visitor
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "김하늘",
    "firm": "예시무역",
    "jobTitle": "",
    "country": "KR",
    "languageCode": "ko",
    "timezone": "Asia/Seoul",
    "kind": "TRADE",
}


@pytest.fixture
def fair() -> Expo:
    cache.clear()
    make_channel("eu")
    return make_expo(name="Hội chợ ví dụ", slug="hoi-cho", starts_on=today_here())


def link() -> str:
    """The path of the link in the last letter."""
    while deliver_pending():
        pass
    text = OutgoingLetter.objects.order_by("-created_at").first().text  # type: ignore[union-attr]  # there is one
    return re.search(r"/ko/fair-visit\?token=\S+", text)[0]  # type: ignore[index]  # and it has a link


def test_a_visitor_comes_from_the_form_to_the_badge_in_korean(browser: Client, fair: Expo) -> None:
    register = f"/ko/eu/fairs/{fair.slug}/visit"
    read(browser, register)
    html = carried_out(browser, register, "register", email="haneul@example.org", consents=["LEADS"], **TYPED)
    assert 'class="notice' in html
    address = link()
    html = read(browser, address)
    assert "김하늘" in html
    assert Visitor.objects.get().confirmed_at is None, "a mail scanner that opens the link confirms nothing"
    html = carried_out(browser, address, "confirm")
    badge = badge_of(Visitor.objects.get())
    pdf = re.search(r'href="[^"]*(/badges/[^"]+)"', html)
    assert pdf is not None
    assert "data:image/svg+xml" in html
    assert badge.holder_name == "김하늘"
    carried_out(browser, address, "save", consents=["NEWS"], **{**TYPED, "firm": "새 회사"})
    visitor = Visitor.objects.get()
    assert (visitor.firm, consents_to(visitor, "LEADS"), consents_to(visitor, "NEWS")) == ("새 회사", False, True)
    carried_out(browser, address, "new_badge", badge=re.search(r'name="badge" value="([^"]+)"', html)[1])  # type: ignore[index]
    assert badge_of(visitor) != badge
    assert "새 회사" in refused(browser, address, "save", **{**TYPED, "firm": "새 회사", "timezone": "x"})
    assert carried_out(browser, address, "withdraw")
    read(browser, address, status=404)


def test_the_answer_is_the_same_for_who_is_registered(browser: Client, fair: Expo) -> None:
    make_visitor(fair, email="known@example.org")
    register = f"/en/eu/fairs/{fair.slug}/visit"
    pages = [
        carried_out(browser, register, action, email=email, **typed)
        for action, typed in (("register", TYPED), ("send_link", {}))
        for email in ("known@example.org", "new@example.org")
    ]
    notices = [re.search(r'class="notice.*?</div>', page, re.DOTALL)[0] for page in pages]  # type: ignore[index]
    assert notices[0] == notices[1]
    assert notices[2] == notices[3]


def test_what_is_wrong_is_said_and_kept(browser: Client, fair: Expo) -> None:
    register = f"/en/eu/fairs/{fair.slug}/visit"
    for wrong in ({"email": "nobody"}, {"timezone": "x"}, {"kind": "X"}, {"languageCode": "xx"}, {"interests": "x"}):
        typed: dict[str, Any] = {**TYPED, "email": "one@example.org", **wrong}
        answer = browser.post(register, {"csrfmiddlewaretoken": "a" * 32, "action": "register", **typed}, follow=False)
        assert answer.status_code in (400, 403, 404, 422), wrong
    html = refused(browser, register, "register", **{**TYPED, "country": "QQ"}, email="one@example.org")
    assert "김하늘" in html
    assert not Visitor.objects.exists()


def test_outside_the_period_there_is_no_form(browser: Client, fair: Expo) -> None:
    now = fair.created_at
    RegistrationPeriod.objects.create(
        expo=fair, audience="VISITOR", opens_at=now.replace(year=2020), closes_at=now.replace(year=2021)
    )
    html = read(browser, f"/vi/eu/fairs/{fair.slug}/visit")
    assert 'value="register"' not in html
    read(browser, "/en/eu/fairs/none/visit", status=404)


def test_an_account_needs_no_link(browser: Client, fair: Expo) -> None:
    user = make_user(email="own@example.org", is_confirmed=True)
    sign_in(browser, user)
    register = f"/en/eu/fairs/{fair.slug}/visit"
    html = carried_out(browser, register, "register", email=user.email, **TYPED)
    assert badge_of(Visitor.objects.get()).code[:4] in html
    assert 'value="register"' not in read(browser, register)
    answer = browser.get(f"/en/fair-visit?token={visitor_token(Visitor.objects.get())}")
    assert (answer.headers["Referrer-Policy"], answer.headers["Cache-Control"]) == ("same-origin", "private, no-store")


def test_a_badge_made_void_is_said_to_be(browser: Client, fair: Expo) -> None:
    visitor = make_visitor(fair)
    void_badge(badge=badge_of(visitor), now=timezone.now())
    html = read(browser, f"/en/fair-visit?token={visitor_token(visitor)}")
    assert "Your badge is void." in html
    assert 'value="new_badge"' not in html


def test_a_link_that_leads_nowhere_says_so(browser: Client, fair: Expo) -> None:
    token = visitor_token(make_registration(fair))
    for address in ("", "?token=x", f"?token={token[:-1]}", "?fair=x", "?token=%00"):
        assert browser.get(f"/ja/fair-visit{address}").status_code == 404, address
    read(browser, f"/vi/fair-visit?token={token}")
