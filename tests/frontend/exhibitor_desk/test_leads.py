"""Leads at the exhibitor's desk, the scanning page without a script, and the way from a letter to a request."""

import csv
import json
import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from i18n.today import today_here
from marketplace.expo.exhibitors import show_product
from marketplace.expo.leads.contact import withdraw_contact
from marketplace.expo.models import Lead, LeadExport
from marketplace.fair_trade.invitation import LeadInvitation, invitation_token
from marketplace.fair_trade.models import LeadOutcome
from orders.quotes.quote import Quote
from tests.factories.accounts import make_user
from tests.factories.channels import make_channel
from tests.factories.leads import badge_code, make_fair_visitor, make_lead
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.marketplace.expo.leads.stand import Stand, gid, make_stand
from tests.marketplace.fair_trade.test_attribute import deliver_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def stand(browser: Client) -> Stand:
    made = make_stand()
    make_channel("eu")
    sign_in(browser, made.people["manager"] or make_user())
    return made


def desk(stand: Stand, rest: str = "", language: str = "en") -> str:
    return f"/{language}/exhibitor-desk/{stand.exhibitor.expo.slug}/{gid(stand.exhibitor)}/leads{rest}"


def one(stand: Stand, lead: Lead | None = None) -> str:
    return desk(stand, f"/{gid(lead or stand.lead)}")


def test_list_and_its_filters(browser: Client, stand: Stand) -> None:
    hidden = make_fair_visitor(stand.exhibitor.expo, consents=(), name="Nhân Vật Kín")
    make_lead(stand.exhibitor, hidden, note="Looked at bowls.", follow_up_on=today_here())
    for language in ("en", "vi"):
        html = read(browser, desk(stand, language=language))
        assert stand.lead.visitor.name in html
        assert "Nhân Vật Kín" not in html
    assert "Looked at bowls." not in read(browser, desk(stand, "?rating=4"))
    due = read(browser, desk(stand, "?due=1"))
    assert "Looked at bowls." in due
    assert "Wants bowls." not in due
    assert "No lead fits" in read(browser, desk(stand, "?day=2020-01-01"))
    assert "Wants bowls." in read(browser, desk(stand, "?day=never&rating=99&q=%00"))


def test_file_is_what_the_page_shows(browser: Client, stand: Stand) -> None:
    make_lead(stand.exhibitor, make_fair_visitor(stand.exhibitor.expo), note="Another.")
    answer: Any = post(browser, desk(stand, "?rating=4"), "export", format="CSV")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert (len(rows), rows[1][4]) == (2, stand.lead.visitor.name)
    assert "attachment" in answer["Content-Disposition"]
    assert LeadExport.objects.get().by == stand.people["manager"]


def test_lead_is_noted_followed_up_and_deleted(browser: Client, stand: Stand) -> None:
    bowl = show_product(exhibitor=stand.exhibitor, title="Bát ví dụ")
    noted = {"note": "Wants 300.", "rating": "5", "followUpOn": (today_here() + timedelta(days=3)).isoformat()}
    html = carried_out(browser, one(stand), "save", **noted, exhibits=gid(bowl))
    assert "Wants 300." in html
    stand.lead.refresh_from_db()
    assert (stand.lead.rating, list(stand.lead.exhibits.all())) == (5, [bowl])
    refused(browser, one(stand), "save", **{**noted, "followUpOn": "2020-01-01"})
    assert "Followed up on" in carried_out(browser, one(stand), "done")
    withdraw_contact(visitor=stand.lead.visitor, now=timezone.now())
    html = read(browser, one(stand))
    assert stand.lead.visitor.email not in html
    assert "A visitor from Netherlands" in html
    carried_out(browser, one(stand), "remove")
    assert not Lead.objects.filter(pk=stand.lead.pk).exists()


def test_nobody_else_reads_them(browser: Client, stand: Stand) -> None:
    for name in ("neighbour", "visitor", "fair staff"):
        sign_in(browser, stand.people[name] or make_user())
        for path in (desk(stand), one(stand), one(stand) + "/offer"):
            assert browser.get(path).status_code == 404, (name, path)


def test_badge_is_scanned_without_a_script_and_with_one(browser: Client, stand: Stand) -> None:
    html = read(browser, desk(stand, "/scan"))
    key = re.search(r'name="key" value="([^"]+)"', html)
    assert key is not None
    assert browser.get(desk(stand, "/scan"))["Permissions-Policy"].startswith("camera=(self)")
    visitor = make_fair_visitor(stand.exhibitor.expo)
    scanned = {"code": badge_code(visitor), "key": key[1], "note": "Fair and square.", "rating": "4"}
    refused(browser, desk(stand, "/scan"), "write", **{**scanned, "code": "XXXX"})
    assert "Fair and square." in carried_out(browser, desk(stand, "/scan"), "write", **scanned)
    told: Any = post(browser, desk(stand, "/scan"), "send", **scanned)
    assert json.loads(told.content)["state"] == "SENT", "the same scan, sent again by a script"
    assert Lead.objects.get(visitor=visitor).scans.count() == 1
    wrong: Any = post(browser, desk(stand, "/scan"), "send", **{**scanned, "code": "XXXX", "key": key[1][:-4] + "abcd"})
    assert (wrong.status_code, json.loads(wrong.content)["state"]) == (422, "REFUSED")
    assert "csrf" in json.loads(browser.get(desk(stand, "/scan/token")).content)
    worker = browser.get(desk(stand, "/scan/worker.js"))
    assert "lead_scan" in worker.content.decode()
    manifest = json.loads(browser.get(desk(stand, "/scan/manifest.webmanifest")).content)
    assert manifest["start_url"].endswith("/leads/scan")
    browser.cookies.clear()
    assert browser.get(desk(stand, "/scan/token")).status_code == 401


def test_manager_offers_what_was_talked_about(browser: Client, stand: Stand) -> None:
    bowl = show_product(exhibitor=stand.exhibitor, title="Bát men ngọc ví dụ")
    stand.lead.exhibits.add(bowl)
    assert "Bát men ngọc ví dụ" in read(browser, one(stand) + "/offer")
    typed = {
        "country": "NL", "text": "Bowls.", "description-0": "Bowls", "quantity-0": "300", "unit-0": "PIECE",
        "price-0": "3.20", "incoterm": "FOB", "namedPlace": "Cái Mép", "leadTimeDays": "40", "freight": "",
        "validUntil": (today_here() + timedelta(days=20)).isoformat(), "paymentKind": "FULL", "notes": "",
    }  # fmt: skip
    refused(browser, one(stand) + "/offer", "offer", **{**typed, "quantity-0": ""})
    html = carried_out(browser, one(stand) + "/offer", "offer", **typed)
    quote = Quote.objects.get()
    assert quote.number in html
    assert "€960.00" in html
    assert LeadOutcome.objects.get().lead == stand.lead
    assert quote.number in read(browser, desk(stand))


def test_letter_leads_to_an_account_and_a_request(browser: Client, stand: Stand) -> None:
    lead = make_lead(stand.exhibitor, make_fair_visitor(stand.exhibitor.expo, country="NL"))
    lead.exhibits.add(show_product(exhibitor=stand.exhibitor, title="Bát men ngọc ví dụ"))
    assert "The invitation is sent" in carried_out(browser, one(stand, lead), "invite", message="See you.")
    refused(browser, one(stand, lead), "invite", message="Again.")
    path = f"/en/eu/fair-quote?token={invitation_token(LeadInvitation.objects.get())}"
    browser.cookies.clear()
    html = read(browser, path)
    assert lead.visitor.email in html
    assert "See you." in html
    assert "This link is no longer good" in read(browser, "/en/eu/fair-quote?token=nonsense")
    buyer = make_user()
    sign_in(browser, buyer)
    assert "Bát men ngọc ví dụ" in read(browser, path)
    asked = {
        "description-0": "Bát men ngọc",
        "quantity-0": "200",
        "unit-0": "PIECE",
        "country": "NL",
        "incoterm": "DAP",
    }
    refused(browser, path, "send", **{**asked, "quantity-0": ""})
    assert Quote.objects.count() == 0
    carried_out(browser, path, "send", **asked)
    deliver_all()
    quote = Quote.objects.get()
    assert (quote.request.user, quote.seller) == (buyer, stand.exhibitor.seller)
    assert LeadOutcome.objects.get().lead == lead
    sign_in(browser, make_user())
    assert "This link was used already" in read(browser, path)
