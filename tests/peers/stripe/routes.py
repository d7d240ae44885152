"""Which request does what: method and path, with ``{}`` for an id."""

import re
from collections.abc import Callable
from typing import Any

from tests.peers.stripe import accounts, checkout_sessions, disputes, payment_intents, refunds, transfers
from tests.peers.stripe.balance import balance
from tests.peers.stripe.parameters import Parameters
from tests.peers.stripe.refused import Refused
from tests.peers.stripe.switches import Switches
from tests.peers.stripe.world import Stored, World

Handler = Callable[..., Stored]
OBJECTS = {
    "payment_intents": "payment_intent",
    "charges": "charge",
    "refunds": "refund",
    "transfers": "transfer",
    "accounts": "account",
    "disputes": "dispute",
    "balance_transactions": "balance_transaction",
    "events": "event",
    "checkout/sessions": "checkout.session",
}


def answer(world: World, switches: Switches, method: str, path: str, given: Parameters) -> Stored:
    """The object this request is about, after it did its work; raises ``Refused``."""
    if switches.reversals_are_refused and path.endswith("/reversals") and method == "POST":
        raise Refused("Insufficient funds in the connected account.", code="balance_insufficient")
    if method == "GET" and (reversed_ := re.fullmatch(r"/v1/transfers/([^/]+)/reversals", path)):
        return world.listed(world.find("transfer", reversed_[1])["reversals"]["data"], given, path)
    for wanted, pattern, handler in _ROUTES:
        found = re.fullmatch(pattern, path)
        if found and wanted == method:
            return expanded(world, _shown(handler(world, *found.groups(), given)), given.get("expand") or [])
    if (method, path) == ("POST", "/v1/refunds"):
        return refunds.create(world, given, pending=switches.refunds_stay_pending)
    if method == "GET" and (found := re.fullmatch(rf"/v1/({'|'.join(OBJECTS)})(?:/([^/]+))?", path)):
        kind = OBJECTS[found[1]]
        row = _shown(world.find(kind, found[2])) if found[2] else _many(world, kind, given, path)
        return expanded(world, row, given.get("expand") or [])
    raise Refused(f"Unrecognized request URL ({method}: {path}).", status=404)


def expanded(world: World, row: Stored, paths: list[str]) -> Stored:
    """Ids that were asked for by ``expand[]`` become their objects, in a copy."""
    copy: Stored = dict(row)
    for path in paths:
        head, _, rest = path.partition(".")
        if head == "data":
            copy["data"] = [expanded(world, item, [rest]) for item in copy["data"]]
        elif isinstance(copy.get(head), str):
            inner = [rest] if rest else []
            copy[head] = expanded(world, _shown(world.objects[copy[head]]), inner)
        elif isinstance(copy.get(head), dict) and rest:
            copy[head] = expanded(world, copy[head], [rest])
    return copy


def _many(world: World, kind: str, given: Parameters, path: str) -> Stored:
    names = {"payment_intent", "charge", "transfer_group", "destination", "type", "source"} & set(given)
    rows = world.all(kind, **{name: given[name] for name in names})
    if types := given.get("types"):
        rows = [row for row in rows if row["type"] in types]
    created: Any = given.get("created") or {}
    if "gte" in created:
        rows = [row for row in rows if row["created"] >= int(created["gte"])]
    if "lte" in created:
        rows = [row for row in rows if row["created"] <= int(created["lte"])]
    return world.listed([_shown(row) for row in rows], given, path)


def _shown(row: Stored) -> Stored:
    return {name: value for name, value in row.items() if not name.startswith("_")}


def _account_update(world: World, id: str, given: Parameters) -> Stored:
    account = world.find("account", id)
    account["metadata"] |= given.get("metadata") or {}
    return account


_ROUTES: list[tuple[str, str, Handler]] = [
    ("POST", r"/v1/payment_intents", payment_intents.create),
    ("POST", r"/v1/payment_intents/([^/]+)/confirm", payment_intents.confirm),
    ("POST", r"/v1/payment_intents/([^/]+)/capture", payment_intents.capture),
    ("POST", r"/v1/payment_intents/([^/]+)/cancel", payment_intents.cancel),
    ("POST", r"/v1/checkout/sessions", checkout_sessions.create),
    ("POST", r"/v1/checkout/sessions/([^/]+)/expire", lambda world, id, given: checkout_sessions.expire(world, id)),
    ("POST", r"/v1/transfers", transfers.create),
    ("POST", r"/v1/transfers/([^/]+)/reversals", transfers.reverse),
    ("POST", r"/v1/accounts", accounts.create),
    ("POST", r"/v1/accounts/([^/]+)", _account_update),
    ("POST", r"/v1/account_links", accounts.link),
    ("POST", r"/v1/disputes/([^/]+)", disputes.update),
    ("GET", r"/v1/balance", lambda world, given: balance(world)),
]
