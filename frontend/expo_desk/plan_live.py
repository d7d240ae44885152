"""A plan while it is worked on: what others did since, and one's own changes, as JSON for the editor."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.http import HttpResponse, JsonResponse

from frontend.documents import Operation, operations
from frontend.expo_desk.plan_booth_actions import BoothActions
from frontend.form import Form
from frontend.hall_plans.drawing import draw_booth, draw_feature
from frontend.refusals import BadRequest, NotFound, Refused
from frontend.rendering import environment
from i18n.messages import gettext

MOST_CHANGES = 50
OUTLETS = ("POWER", "WATER")
"""What lies over booths, not under them."""


class PlanLive(BoothActions):
    """GET answers what happened after ``since``; POST does one of the desk's actions first, and answers the same.

    Booths come as the page itself would write them, so that there is one way of drawing a booth.
    """

    is_file = True

    @classmethod
    def operations(cls) -> Mapping[str, Operation]:
        """The desk's own."""
        return operations(Path(__file__).with_name("fair.graphql"))

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        self._require()
        return JsonResponse({**self._news(), **more}, status=status or 200)

    def act(self) -> HttpResponse:
        self._require()
        name = self.request.POST.get("action", "")
        method = getattr(type(self), name, None) if name.isidentifier() else None
        if method is None or not getattr(method, "is_action", False):
            raise BadRequest("UNKNOWN_ACTION")
        self.form = Form(name, self.request.POST, self.request.FILES)
        try:
            response: HttpResponse = method(self)
        except Refused as refused:
            said = [gettext(self.visit.language, error.message) for error in refused.errors]
            return self.show(status=422, refused=" ".join(said))
        return response

    def go(  # type: ignore[override]  # what actions hand on is any response
        self, name: str | None = None, *, message: str = "", **parts: Any
    ) -> HttpResponse:
        """Nobody is sent anywhere: the answer is what has changed."""
        return self.show(message=gettext(self.visit.language, message))

    def _news(self) -> dict[str, Any]:
        hall_id = self.query("hall")
        hall = self.ask("News", hall=hall_id, since=self._since())["hall"]
        if hall is None:
            raise NotFound
        changes = hall["changes"]
        touched = list(dict.fromkeys(key for change in changes for key in change["boothIds"]))
        if len(changes) == MOST_CHANGES or len(touched) > 200:
            return {"number": hall["planNumber"], "again": True}
        booths = self.ask("Changed", hall=hall_id, ids=touched)["hall"]["booths"] if touched else []
        made = environment(self.visit.language)
        ui: Any = made.globals["ui"]
        rows: Any = made.get_template("expo_desk/plan_rows.html").module
        floor = any(change["verb"] in ("FLOOR", "UNDONE", "IMPORTED") for change in changes)
        drawn = [draw_feature(one) for one in hall["features"]]
        outlets = [one for one in drawn if one.feature["kind"] in OUTLETS]
        there = {booth["id"] for booth in booths}
        mine = [change["id"] for change in changes if change["madeByYou"]]
        return {
            "number": hall["planNumber"],
            "booths": [self._booth(booth, ui, rows) for booth in booths],
            "removed": [key for key in touched if key not in there],
            "features": ui.plan_features([one for one in drawn if one not in outlets]) if floor else None,
            "outlets": ui.plan_features(outlets) if floor else None,
            "said": [str(rows.change_said(change)).strip() for change in reversed(changes) if not change["madeByYou"]],
            **({"undo": mine[0]} if mine else {}),
        }

    def _booth(self, booth: dict[str, Any], ui: Any, rows: Any) -> dict[str, Any]:
        zoom = {"zoom": self.query("zoom")} if self.query("zoom") else {}
        href = f"{self.at('expo-fair', query={'booth': booth['id'], **zoom})}#booth"
        exhibitor = booth["exhibitor"]
        whose = self.at("expo-exhibitors-exhibitor", id=exhibitor["id"]) if exhibitor else ""
        chosen = booth["id"] == self.query("booth")
        key = self.query("hall").replace("=", "")
        return {
            "id": booth["id"],
            "code": booth["code"],
            "mark": str(ui.plan_booth(draw_booth(booth), key, href, False, chosen, True)),
            "row": str(rows.booth_row(booth, href, whose, chosen)),
        }

    def _since(self) -> int:
        text = self.query("since")
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
