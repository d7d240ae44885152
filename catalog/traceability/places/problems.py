"""What is refused of places and partners, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog.refusal import Problem
from catalog.traceability.places.boundary import BadBoundary
from i18n.messages import gettext_noop as _

_BOUNDARY = {
    "TOO_LONG": _("An outline has at most %(most)s characters."),
    "TOO_MANY": _("An outline has at most %(most)s corners."),
    "NOT_GEOJSON": _("This is not GeoJSON that can be read: a Polygon with longitude before latitude is wanted."),
    "ONE_FEATURE": _("Give the outline of one plot at a time."),
    "NOT_A_POLYGON": _("An outline is a Polygon or a MultiPolygon."),
    "NOT_CLOSED": _("Each ring of an outline ends where it begins, and has at least three corners."),
    "TOO_COARSE": _("Coordinates need %(decimals)s decimals."),
    "CROSSES_ITSELF": _("The outline touches or crosses itself near %(latitude)s, %(longitude)s."),
    "NO_AREA": _("The outline has no area."),
    "SWAPPED": _("Latitude and longitude are swapped at %(latitude)s, %(longitude)s."),
    "ELSEWHERE": _("%(latitude)s, %(longitude)s does not lie in the country."),
}


def boundary_problem(bad: BadBoundary, field: str) -> Problem:
    return Problem(field, "INVALID", _BOUNDARY[bad.problem], bad.data)


def gln_problem() -> Problem:
    return Problem("value", "INVALID", _("A GLN has 13 digits, of which the last checks the others."))


def taken_problem() -> Problem:
    return Problem("value", "UNIQUE", _("You have another entry with this number."))


def too_long(data: object, lengths: Mapping[str, int]) -> Iterator[Problem]:
    for field, longest in lengths.items():
        if len(getattr(data, field)) > longest:
            message = _("This text is too long: at most %(longest)s characters.")
            yield Problem(field, "INVALID", message, {"longest": longest})
