"""Checkout Sessions: Stripe's own payment page, with the intent it makes when somebody pays."""

from tests.peers.stripe import payment_intents
from tests.peers.stripe.cards import method_of_number
from tests.peers.stripe.parameters import Parameters, currency_of, metadata_of, one_of, only, required, whole
from tests.peers.stripe.refused import Refused
from tests.peers.stripe.world import Stored, World

CREATED_WITH = (
    "mode",
    "ui_mode",
    "line_items",
    "success_url",
    "cancel_url",
    "client_reference_id",
    "customer_email",
    "expires_at",
    "locale",
    "metadata",
    "payment_intent_data",
)
INTENT_DATA = ("capture_method", "description", "metadata", "transfer_group", "statement_descriptor_suffix")


def create(world: World, given: Parameters) -> Stored:
    only(given, *CREATED_WITH)
    one_of(given, "mode", "payment", default="")
    ui_mode = one_of(given, "ui_mode", "hosted", "hosted_page", default="hosted_page")
    only(given.get("payment_intent_data") or {}, *INTENT_DATA)
    currency, total = _total(given)
    session = world.new(
        "cs_test",
        "checkout.session",
        mode="payment",
        ui_mode=ui_mode,
        status="open",
        payment_status="unpaid",
        amount_total=total,
        amount_subtotal=total,
        currency=currency,
        success_url=required(given, "success_url"),
        cancel_url=given.get("cancel_url"),
        client_reference_id=given.get("client_reference_id"),
        customer_email=given.get("customer_email"),
        metadata=metadata_of(given),
        payment_intent=None,
        expires_at=_expiry(world, given),
        _intent_data=given.get("payment_intent_data") or {},
    )
    session["url"] = f"{world.url}/pay/{session['id']}"
    return session


def pay(world: World, id: str, number: str) -> Stored:
    """Somebody typed a card on the hosted page; the intent says how it went, a decline raises."""
    session = world.find("checkout.session", id)
    if session["status"] != "open":
        raise Refused("This Checkout Session has expired or is complete.", code="checkout_session_not_open")
    method = method_of_number(number)
    if session["payment_intent"] is None:
        intent = payment_intents.create(
            world,
            {"amount": str(session["amount_total"]), "currency": session["currency"], **session["_intent_data"]},
        )
        session["payment_intent"] = intent["id"]
    confirmed = payment_intents.confirm(
        world, session["payment_intent"], {"payment_method": method}, returns=session["success_url"]
    )
    return follow(world, session, confirmed)


def follow(world: World, session: Stored, intent: Stored) -> Stored:
    """The session is complete once its intent needs nobody any more."""
    if intent["status"] in ("succeeded", "requires_capture", "processing") and session["status"] == "open":
        paid = intent["status"] == "succeeded"
        session |= {"status": "complete", "payment_status": "paid" if paid else "unpaid", "url": None}
        world.happened("checkout.session.completed", shown(session))
    return intent


def expire(world: World, id: str) -> Stored:
    session = world.find("checkout.session", id)
    if session["status"] != "open":
        raise Refused("Only Checkout Sessions with a status of open can be expired.", param="session")
    session |= {"status": "expired", "url": None}
    world.happened("checkout.session.expired", shown(session))
    return session


def shown(session: Stored) -> Stored:
    return {name: value for name, value in session.items() if not name.startswith("_")}


def _total(given: Parameters) -> tuple[str, int]:
    items = required(given, "line_items")
    total, currency = 0, ""
    for item in items:
        only(item, "quantity", "price_data")
        price = required(item, "price_data")
        only(price, "currency", "unit_amount", "product_data", "tax_behavior")
        required(required(price, "product_data"), "name")
        total += whole(price, "unit_amount") * whole(item, "quantity")
        currency = currency_of(price)
    return currency, total


def _expiry(world: World, given: Parameters) -> int:
    at = int(given.get("expires_at") or world.now() + 86_400)
    if not 29 * 60 <= at - world.now() <= 86_400 + 60:
        raise Refused("The `expires_at` timestamp must be 30 minutes to 24 hours from now.", param="expires_at")
    return at
