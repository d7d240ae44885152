"""What the form of a visitor offers and what it says, the same when registering and when changing."""

from typing import Any

from frontend.expo_desk.countries import countries
from frontend.filters import api_language
from frontend.form import Form
from frontend.time_zones import time_zones

KINDS = ("TRADE", "PRESS", "PUBLIC")


def visitor_choices(language: str, roots: list[dict[str, Any]], *, zone: str = "") -> dict[str, Any]:
    """Countries, time zones, kinds, and the categories that have goods in this market, two levels of them."""
    return {
        "countries": countries(language),
        "zones": time_zones(language, zone),
        "kinds": KINDS,
        "roots": [
            {**root, "children": [child for child in root["children"] if child["products"]["totalCount"]]}
            for root in roots
            if root["products"]["totalCount"]
        ],
    }


def read_visitor(form: Form) -> dict[str, Any]:
    """The ``VisitorInput`` of the posted form; a box that is not ticked is no consent."""
    return {
        "name": form.text("name", required=True),
        "firm": form.text("firm"),
        "jobTitle": form.text("jobTitle"),
        "country": form.text("country", required=True),
        "languageCode": api_language(form.text("languageCode", required=True)),
        "timezone": form.text("timezone", required=True),
        "kind": form.text("kind", required=True),
        "interests": form.all("interests"),
        "consents": form.all("consents"),
    }
