"""A fair (schema.org ExhibitionEvent, an Event) and a firm that exhibits there (Organization)."""

from typing import Any

from frontend.addresses import absolute

SCHEMA = "https://schema.org"
LOCAL_COUNTRY = "VN"


def fair_thing(expo: dict[str, Any], *, address: str) -> dict[str, Any]:
    """``address`` is the path of its page. What isn't known isn't said."""
    said = expo["localized"]
    thing = {
        "@context": SCHEMA,
        "@type": "ExhibitionEvent",
        "@id": f"{absolute(address)}#fair",
        "url": absolute(address),
        "name": said["name"]["text"],
        "description": said["description"]["text"] if said.get("description") else None,
        "startDate": str(expo["startsOn"]),
        "endDate": str(expo["endsOn"]),
        "eventStatus": f"{SCHEMA}/EventScheduled",
        "eventAttendanceMode": f"{SCHEMA}/OfflineEventAttendanceMode",
        "inLanguage": [one["code"].replace("_", "-").lower() for one in expo.get("languages") or ()] or None,
        "location": _place(expo.get("venue") or ""),
    }
    return {name: value for name, value in thing.items() if value}


def exhibitor_thing(exhibitor: dict[str, Any], expo: dict[str, Any], *, address: str, fair: str) -> dict[str, Any]:
    """``fair`` is the path of the fair's page."""
    said = exhibitor["localized"]
    country = (exhibitor.get("country") or {}).get("code")
    thing = {
        "@context": SCHEMA,
        "@type": "Organization",
        "@id": f"{absolute(address)}#exhibitor",
        "url": absolute(address),
        "name": said["name"]["text"],
        "description": said["description"]["text"] if said.get("description") else None,
        "address": {"@type": "PostalAddress", "addressCountry": country} if country else None,
        "sameAs": exhibitor.get("websiteUrl"),
        "event": {
            "@type": "ExhibitionEvent",
            "@id": f"{absolute(fair)}#fair",
            "name": expo["localized"]["name"]["text"],
            "startDate": str(expo["startsOn"]),
            "endDate": str(expo["endsOn"]),
            "location": _place(expo.get("venue") or ""),
        },
    }
    return {name: value for name, value in thing.items() if value}


def _place(venue: str) -> dict[str, Any]:
    address = {"@type": "PostalAddress", "addressCountry": LOCAL_COUNTRY}
    return {"@type": "Place", "name": venue or "WTC Expo", "address": address}
