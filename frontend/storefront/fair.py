"""A fair: who exhibits where and what they show, searched like the catalogue, and the halls to scale."""

from collections.abc import Mapping
from typing import Any

from frontend.page import Variables
from frontend.storefront.facets import AT_ONCE
from frontend.storefront.fair_part import FairPart
from frontend.storefront.kept_exhibitors import kept
from frontend.structured.breadcrumbs import breadcrumbs_thing
from frontend.structured.fair import fair_thing
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

PAGE_SIZE = 50
INPUTS = {"hall": "halls", "category": "categories", "goods": "goods", "country": "countries"}
"""The facets of the address and what ``ExhibitorFilterInput`` calls them."""
MOST = 20
VISITING = ("PUBLIC", "TRADE")


class Fair(FairPart):
    """The directory of a published fair; the address chooses words, halls, goods, countries and a booth."""

    def variables(self) -> Variables:
        return {"slug": self.parts["slug"], "filter": self.filter(), **self.page_wanted(PAGE_SIZE)}

    def choices(self) -> Mapping[str, list[str]]:
        given = {name: self.request.GET.getlist(name)[:MOST] for name in INPUTS}
        found = {name: [value[:250].replace("\x00", "") for value in values if value] for name, values in given.items()}
        found["sells_here"] = ["true"] if self.query("sells_here") == "true" else []
        return {name: values for name, values in found.items() if values}

    def filter(self) -> dict[str, Any]:
        wanted: dict[str, Any] = {INPUTS[name]: values for name, values in self.choices().items() if name in INPUTS}
        wanted |= {"search": self.query("q"), "booth": self.query("booth")}
        wanted["sellsHere"] = True if "sells_here" in self.choices() else None
        return {name: value for name, value in wanted.items() if value}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        expo, choices = data["expo"], self.choices()
        found = [edge["node"] for edge in expo["exhibitors"]["edges"]]
        return {
            "words": self.query("q"),
            "booth_asked": self.query("booth"),
            "is_over": self.is_over(expo),
            "is_filtered": bool(self.filter()),
            "facets": _shown(expo["exhibitorFacets"], choices),
            "active": self._active(expo["exhibitorFacets"], choices),
            "exhibitors": [{**each, "is_kept": self.is_kept(each)} for each in found],
            "matching": {booth["id"] for each in found for booth in each["booths"]} if self.filter() else set(),
            "on_the_way": len(kept(self.visit, self.parts["slug"])) or len(expo["route"]),
            "hours": [each for each in expo["openingHours"] if each["audience"] in VISITING],
            "structured": self._structured(expo),
        }

    def _active(self, facets: list[dict[str, Any]], choices: Mapping[str, list[str]]) -> list[dict[str, str]]:
        """Each choice with the words it is known by and the address without it."""
        labels = {(facet["name"], value["value"]): value["label"] for facet in facets for value in facet["values"]}
        chosen = [(name, value) for name, values in choices.items() for value in values]
        chosen += [("booth", self.query("booth"))] if self.query("booth") else []
        return [
            {
                "name": name,
                "label": self._label(name, value, labels),
                "href": self._without(name, value),
            }
            for name, value in chosen
        ]

    def _label(self, name: str, value: str, labels: Mapping[tuple[str, str], str]) -> str:
        if name == "booth":
            return gettext(self.visit.language, _("Booth %(code)s")) % {"code": value}
        return labels.get((name, value)) or (value if name == "category" else gettext(self.visit.language, _("Filter")))

    def _without(self, name: str, value: str) -> str:
        address = self.request.GET.copy()
        address.setlist(name, [each for each in address.getlist(name) if each != value])
        for cursor in ("after", "before"):
            address.pop(cursor, None)
        return f"{self.request.path}?{address.urlencode()}"

    def _structured(self, expo: dict[str, Any]) -> list[dict[str, Any]]:
        address = self.url("fair", slug=expo["slug"])
        steps = [
            (gettext(self.visit.language, _("Fairs")), self.url("fairs")),
            (expo["localized"]["name"]["text"], address),
        ]
        return [fair_thing(expo, address=address), breadcrumbs_thing(steps)]


def _shown(facets: list[dict[str, Any]], choices: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    """Facets that part the exhibitors, or in which something is chosen; the commonest values before the others."""
    shown = []
    for facet in facets:
        chosen = choices.get(facet["name"], [])
        values = [{**value, "chosen": _is_chosen(facet["name"], value["value"], chosen)} for value in facet["values"]]
        if len(values) > 1 or chosen or facet["name"] == "sells_here":
            first = [value for place, value in enumerate(values) if place < AT_ONCE or value["chosen"]]
            rest = [value for value in values if value not in first]
            shown.append({**facet, "first": first, "rest": rest})
    return shown


def _is_chosen(name: str, value: str, chosen: list[str]) -> bool:
    return value in chosen or (name == "category" and value.casefold() in (each.casefold() for each in chosen))
