"""What is done to booths of a plan: by forms of the desk, and by the editor, which sends the same fields."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.page import action
from i18n.messages import gettext_noop as _

KINDS = ("SHELL", "RAW", "ISLAND")
MOST_POINTS = 40
METRES = re.compile(r"[0-9]{1,5}(\.[0-9]{1,4})?")


class BoothActions(FairPage):
    """Every form names the booth and the version of it that was seen."""

    @action
    def assign(self) -> HttpResponse:
        exhibitor = self.form.text("exhibitorId", required=True)
        self.change("Assign", **self._seen(), exhibitorId=exhibitor)
        return self.go(message=_("The booth is assigned."))

    @action
    def free(self) -> HttpResponse:
        self.change("Assign", **self._seen(), exhibitorId=None)
        return self.go(message=_("The booth is free again."))

    @action
    def hold(self) -> HttpResponse:
        self.change("Hold", **self._seen(), isHeld=True, until=self._day_or_none("until"))
        return self.go(message=_("The booth is held."))

    @action
    def release(self) -> HttpResponse:
        self.change("Hold", **self._seen(), isHeld=False, until=None)
        return self.go(message=_("The booth is free again."))

    @action
    def reserve(self) -> HttpResponse:
        self.change("Reserve", **self._seen(), isReserved=True, exhibitorId=self.form.optional("exhibitorId"))
        return self.go(message=_("The booth is reserved."))

    @action
    def end_reservation(self) -> HttpResponse:
        self.change("Reserve", **self._seen(), isReserved=False, exhibitorId=None)
        return self.go(message=_("The booth is free again."))

    @action
    def remove(self) -> HttpResponse:
        self.change("BoothDelete", **self._seen())
        query = {"hall": self.form.text("hall")}
        return self.go("expo-fair", slug=self.parts["slug"], query=query, message=_("The booth is removed."))

    @action
    def move(self) -> HttpResponse:
        """Place and size of a rectangle, or the corners of another shape."""
        points = self.form.text("points")
        lengths = ("x", "y", "width", "depth")
        place = {"points": self._points(points)} if points else {name: self.form.decimal(name) for name in lengths}
        self.change("Redraw", **self._seen(), place=place)
        return self.go(message=_("The booth is moved."))

    @action
    def merge(self) -> HttpResponse:
        """With neighbours: ``with`` is id and version of each, a colon between."""
        others = [value.rpartition(":") for value in self.form.all("with")[:MOST_POINTS]]
        seen = self._seen()
        chosen = [seen, *({"boothId": key, "version": _whole(version)} for key, _colon, version in others)]
        if not others:
            raise self.refuse("with", _("Choose the neighbours to merge it with."))
        self.change("Merge", booths=chosen)
        return self.go(message=_("The booths are one now."))

    @action
    def split(self) -> HttpResponse:
        across = self.form.text("across") == "yes"
        at, code = self.form.decimal("at"), self.form.optional("code")
        self.change("Split", **self._seen(), at=at, across=across, code=code)
        return self.go(message=_("The booth is split."))

    @action
    def describe(self) -> HttpResponse:
        facts = {
            "code": self.form.text("code", required=True),
            "kind": self.kind(),
            "powerKw": self.form.decimal("powerKw"),
            "needsWater": bool(self.form.text("needsWater")),
        }
        self.change("Describe", **self._seen(), input=facts)
        return self.go(message=_("The booth is changed."))

    @action
    def undo(self) -> HttpResponse:
        self.change("Undo", id=self.form.text("change", required=True))
        return self.go(message=_("The change is undone."))

    def kind(self) -> str:
        kind = self.form.text("kind") or KINDS[0]
        if kind not in KINDS:
            raise self.refuse("kind", _("Choose one of the list."))
        return kind

    def _seen(self) -> dict[str, Any]:
        return {"boothId": self.form.text("booth", required=True), "version": self.form.integer("version")}

    def _day_or_none(self, name: str) -> str | None:
        try:
            return date.fromisoformat(self.form.text(name)).isoformat() if self.form.text(name) else None
        except ValueError as error:
            raise self.refuse(name, _("Write a day, for example 2026-11-21.")) from error

    def _points(self, text: str) -> list[dict[str, Any]]:
        """``3,3 9,3 9,6 …``: metres from the left and from the top."""
        pairs = [pair.split(",") for pair in text.split()]
        if len(pairs) > MOST_POINTS or any(len(pair) != 2 for pair in pairs):
            raise self.refuse("points", _("Write the corners like this: 3,3 9,3 9,6 6,6 6,9 3,9"))
        return [{"x": self._metres(x), "y": self._metres(y)} for x, y in pairs]

    def _metres(self, text: str) -> Decimal:
        if not METRES.fullmatch(text):
            raise self.refuse("points", _("Write the corners like this: 3,3 9,3 9,6 6,6 6,9 3,9"))
        return Decimal(text)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else None
