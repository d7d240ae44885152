"""Connected accounts and the page where their owners fill in who they are."""

from tests.peers.stripe.parameters import Parameters, metadata_of, one_of, only, required
from tests.peers.stripe.refused import Refused
from tests.peers.stripe.world import Stored, World

_EUROPE = ("AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS")
_MORE_EUROPE = ("IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK")
SELF_SERVE = frozenset({*_EUROPE, *_MORE_EUROPE, "CA", "US"})
"""Where a platform may have connected accounts without asking Stripe first."""
DUE = ["business_profile.url", "external_account", "tos_acceptance.date"]


def create(world: World, given: Parameters) -> Stored:
    only(given, "type", "controller", "country", "email", "capabilities", "metadata", "business_type", "tos_acceptance")
    country = str(required(given, "country"))
    if country not in SELF_SERVE:
        raise Refused(f"{country} is not currently supported by Stripe.", code="country_unsupported", param="country")
    return world.new(
        "acct",
        "account",
        type=one_of(given, "type", "express", "custom", "standard", default="express"),
        country=country,
        default_currency="eur",
        email=given.get("email"),
        business_type=given.get("business_type"),
        metadata=metadata_of(given),
        capabilities=dict.fromkeys(given.get("capabilities") or {}, "inactive"),
        charges_enabled=False,
        payouts_enabled=False,
        details_submitted=False,
        requirements=_requirements(DUE),
    )


def link(world: World, given: Parameters) -> Stored:
    only(given, "account", "type", "refresh_url", "return_url", "collection_options")
    account = world.find("account", required(given, "account"))
    one_of(given, "type", "account_onboarding", "account_update", default="")
    account["_return_url"] = required(given, "return_url")
    required(given, "refresh_url")
    now = world.now()
    return {
        "object": "account_link",
        "created": now,
        "expires_at": now + 300,
        "url": f"{world.url}/setup/{account['id']}",
    }


def onboard(world: World, id: str) -> Stored:
    """The owner filled everything in."""
    account = world.find("account", id)
    account |= {"details_submitted": True, "charges_enabled": True, "payouts_enabled": True}
    account["capabilities"] = dict.fromkeys(account["capabilities"], "active")
    account["requirements"] = _requirements([])
    world.happened("account.updated", _shown(account))
    return account


def restrict(world: World, id: str, reason: str = "rejected.fraud") -> Stored:
    """Stripe doesn't trust the account any more."""
    account = world.find("account", id)
    account |= {"charges_enabled": False, "payouts_enabled": False}
    account["capabilities"] = dict.fromkeys(account["capabilities"], "inactive")
    account["requirements"] = _requirements(["individual.verification.document"]) | {"disabled_reason": reason}
    world.happened("account.updated", _shown(account))
    return account


def _requirements(due: list[str]) -> Stored:
    reason = "requirements.past_due" if due else None
    return {"currently_due": due, "eventually_due": due, "past_due": due, "disabled_reason": reason}


def _shown(account: Stored) -> Stored:
    return {name: value for name, value in account.items() if not name.startswith("_")}
