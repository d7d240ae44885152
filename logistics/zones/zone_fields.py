"""What a zone is made of, checked as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from catalog.products.fields import one_line
from catalog.refusal import Problem
from i18n.formatting import country_name
from i18n.messages import gettext_noop as _
from i18n.text import fold
from logistics.zones.zone import ShippingZone

LONGEST_NAME = 100
LONGEST_DESCRIPTION = 500
LONGEST_REGION = 120
MOST_REGIONS = 500
MOST_ZONES = 100


class Region(TypedDict):
    """A province, state or prefecture, by its name."""

    country: str
    region: str


class ZoneFields(TypedDict, total=False):
    """What is left out stays as it is."""

    name: str
    description: str
    is_default: bool
    countries: list[str]
    regions: list[Region]


def tidy_zone(fields: ZoneFields) -> ZoneFields:
    """Texts on one line, countries in upper case and once, regions once."""
    clean: ZoneFields = {**fields}
    if "name" in clean:
        clean["name"] = one_line(clean["name"])
    if "description" in clean:
        clean["description"] = one_line(clean["description"])
    if "countries" in clean:
        clean["countries"] = list(dict.fromkeys(code.strip().upper() for code in clean["countries"]))
    if "regions" in clean:
        once = {(each["country"].strip().upper(), fold(each["region"])): each for each in clean["regions"]}
        clean["regions"] = [
            {"country": country, "region": one_line(each["region"])} for (country, _name), each in once.items()
        ]
    return clean


def zone_problems(zone: ShippingZone) -> Iterator[Problem]:
    """``zone`` already has the new values."""
    if not zone.name:
        yield Problem("name", "REQUIRED", _("A delivery zone needs a name."))
    for field, longest in (("name", LONGEST_NAME), ("description", LONGEST_DESCRIPTION)):
        if len(getattr(zone, field)) > longest:
            yield Problem(field, "INVALID", _("At most %(limit)s characters."), {"limit": longest})
    same = ShippingZone.objects.filter(seller_id=zone.seller_id, name=zone.name)
    if same.exclude(pk=zone.pk).exists():
        yield Problem("name", "UNIQUE", _("You have a delivery zone of this name already."))
    for index, code in enumerate(zone.countries):
        if not _is_country(code):
            yield Problem("countries", "INVALID", _("This is not a country."), index=index)
    if not zone.countries and not zone.is_default:
        yield Problem("countries", "REQUIRED", _("Name at least one country, or let the zone serve all others."))
    yield from _region_problems(zone)


def _region_problems(zone: ShippingZone) -> Iterator[Problem]:
    if len(zone.regions) > MOST_REGIONS:
        yield Problem("regions", "TOO_MANY", _("At most %(limit)s."), {"limit": MOST_REGIONS})
    for index, each in enumerate(zone.regions):
        if each["country"] not in zone.countries:
            yield Problem("regions", "INVALID", _("The region's country has to be in the zone."), index=index)
        if not 1 <= len(each["region"]) <= LONGEST_REGION:
            message = _("A region's name has 1 to %(limit)s characters.")
            yield Problem("regions", "INVALID", message, {"limit": LONGEST_REGION}, index)


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isascii() and code.isalpha() and country_name(code, "en") != code
