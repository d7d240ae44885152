"""Reading parameters as strictly as Stripe does: unknown names and wrong types are refused by name."""

from typing import Any

from tests.peers.stripe.refused import Refused

Parameters = dict[str, Any]
ZERO_DECIMAL = frozenset(
    ("bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf")
)
"""Currencies whose amounts are whole units."""
LARGEST = 99_999_999


def only(given: Parameters, *names: str) -> None:
    for name in given:
        if name not in {*names, "expand"}:
            raise Refused(f"Received unknown parameter: {name}", code="parameter_unknown", param=name)


def required(given: Parameters, name: str) -> Any:
    if given.get(name) in (None, ""):
        raise Refused(f"Missing required param: {name}.", code="parameter_missing", param=name)
    return given[name]


def whole(given: Parameters, name: str, default: int | None = None) -> int:
    """A positive whole number of the currency's smallest unit."""
    text = required(given, name) if default is None else given.get(name, str(default))
    if not str(text).isdigit():
        raise Refused(f"Invalid integer: {text}", code="parameter_invalid_integer", param=name)
    if not 0 < int(text) <= LARGEST * 1000:
        raise Refused("Invalid positive integer", code="parameter_invalid_integer", param=name)
    return int(text)


def currency_of(given: Parameters) -> str:
    code = str(required(given, "currency")).lower()
    if len(code) != 3 or not code.isalpha():
        raise Refused(f"Invalid currency: {code}", code="parameter_invalid", param="currency")
    return code


def chargeable(amount: int, currency: str) -> int:
    """Stripe wants about half a dollar, or fifty yen, at least."""
    if amount < 50:
        message = f"Amount must convert to at least 50 cents: {amount} {currency} does not."
        raise Refused(message, code="amount_too_small", param="amount")
    return amount


def one_of(given: Parameters, name: str, *values: str, default: str) -> str:
    value = given.get(name, default)
    if value not in values:
        raise Refused(f"Invalid {name}: must be one of {', '.join(values)}", param=name)
    return str(value)


def metadata_of(given: Parameters) -> dict[str, str]:
    found = given.get("metadata") or {}
    if any(len(key) > 40 or len(value) > 500 for key, value in found.items()) or len(found) > 50:
        raise Refused("Metadata is too long", param="metadata")
    return dict(found)
