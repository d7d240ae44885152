"""A maker (schema.org Organization)."""

from typing import Any

from frontend.addresses import absolute, absolute_url

SCHEMA = "https://schema.org"


def reference(seller: dict[str, Any], address: str) -> dict[str, Any]:
    """The maker as part of something else; ``address`` is the path of their page."""
    return {"@type": "Organization", "name": seller["name"], "url": absolute(address)}


def organization_thing(seller: dict[str, Any], *, address: str, website: str | None) -> dict[str, Any]:
    """The maker on a page of their own."""
    tagline = (seller.get("localized") or {}).get("tagline")
    thing = {
        "@context": SCHEMA,
        "@id": f"{absolute(address)}#maker",
        **reference(seller, address),
        "legalName": seller.get("legalName"),
        "description": tagline["text"] if tagline else None,
        "foundingDate": str(seller["foundedYear"]) if seller.get("foundedYear") else None,
        "logo": absolute_url(seller["logo"]["url"]) if seller.get("logo") else None,
        "sameAs": website,
        "address": _address(seller),
    }
    return {name: value for name, value in thing.items() if value}


def _address(seller: dict[str, Any]) -> dict[str, str] | None:
    country = (seller.get("country") or {}).get("code")
    place = {"addressLocality": seller.get("city"), "addressCountry": country}
    known = {name: value for name, value in place.items() if value}
    return {"@type": "PostalAddress", **known} if known else None
