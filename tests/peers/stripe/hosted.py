"""The pages Stripe shows to people: paying, proving who one is to the bank, and a seller's onboarding."""

import re
from html import escape

from tests.peers.stripe import accounts, checkout_sessions, payment_intents
from tests.peers.stripe.parameters import ZERO_DECIMAL, Parameters
from tests.peers.stripe.refused import Refused, missing
from tests.peers.stripe.world import Stored, World

Page = tuple[int, dict[str, str], str]


def page(world: World, method: str, path: str, given: Parameters) -> Page | None:
    """The answer to a browser; None for an address that is no page."""
    for pattern, show in _PAGES:
        if found := re.fullmatch(pattern, path):
            try:
                return show(world, found[1], given if method == "POST" else None)
            except Refused as refused:
                return refused.status, {}, _document(str(refused), "")
    return None


def _pay(world: World, id: str, given: Parameters | None) -> Page:
    session = world.find("checkout.session", id)
    if given is None:
        total = _readable(session["amount_total"], session["currency"])
        back = f'<a href="{escape(session["cancel_url"] or "", quote=True)}">Back</a>'
        form = '<form method="post"><label>Card number <input name="number"></label><button>Pay</button></form>'
        return 200, {}, _document(f"Pay {total}", form + back)
    intent = checkout_sessions.pay(world, id, given.get("number", ""))
    if intent["status"] == "requires_action":
        return _redirect(intent["next_action"]["redirect_to_url"]["url"])
    return _redirect(_returning(session))


def _authenticate(world: World, id: str, given: Parameters | None) -> Page:
    intent = world.find("payment_intent", id)
    if given is None:
        buttons = '<button name="answer" value="yes">Approve</button><button name="answer" value="no">No</button>'
        return 200, {}, _document("Your bank asks", f'<form method="post">{buttons}</form>')
    back = intent["next_action"]["redirect_to_url"]["return_url"]
    payment_intents.authenticate(world, id, approved=given.get("answer") == "yes")
    for session in world.all("checkout.session", payment_intent=id):
        checkout_sessions.follow(world, session, intent)
        back = _returning(session)
    return _redirect(back)


def _setup(world: World, id: str, given: Parameters | None) -> Page:
    account = world.find("account", id)
    if "_return_url" not in account:
        raise missing("account_link", id)
    if given is None:
        return (
            200,
            {},
            _document("Tell us about your firm", '<form method="post"><button>Agree and submit</button></form>'),
        )
    accounts.onboard(world, id)
    return _redirect(account["_return_url"])


def _readable(amount: int, currency: str) -> str:
    """What the amount means to Stripe: 1999 of EUR is 19.99, of JPY 1999."""
    shown = str(amount) if currency in ZERO_DECIMAL else f"{amount // 100}.{amount % 100:02d}"
    return f"{shown} {currency.upper()}"


def _returning(session: Stored) -> str:
    return str(session["success_url"]).replace("{CHECKOUT_SESSION_ID}", session["id"])


def _redirect(to: str) -> Page:
    return 303, {"Location": to}, ""


def _document(title: str, body: str) -> str:
    return f"<!doctype html><title>{escape(title)}</title><h1>{escape(title)}</h1>{body}"


_PAGES = [
    (r"/pay/([^/]+)", _pay),
    (r"/authenticate/([^/]+)", _authenticate),
    (r"/setup/([^/]+)", _setup),
]
