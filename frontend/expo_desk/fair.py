"""The desk of a fair: a hall's plan, the booth that was chosen on it, and the tools to draw halls and booths."""

from collections import Counter
from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.everybody import everybody
from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.plan import draw
from frontend.page import action
from i18n.messages import gettext_noop as _

KINDS = ("SHELL", "RAW", "ISLAND")


class Fair(FairPage):
    """The address chooses a hall and a booth; without a hall it is the first."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        halls = data["expo"]["halls"]
        booth, hall = self._chosen(halls)
        booths = [one for each in halls for one in each["booths"]]
        return {
            **super().context(data),
            "hall": hall,
            "plan": draw(hall) if hall else None,
            "booth": booth,
            "addresses": {
                one["id"]: f"{self.at('expo-fair', query={'booth': one['id']})}#booth"
                for one in (hall["booths"] if hall else ())
            },
            "exhibitors": everybody(self, self.parts["slug"]) if booth and booth["status"] != "ASSIGNED" else [],
            "states": Counter(one["status"] for one in booths),
            "booth_count": len(booths),
            "area": {each["id"]: _area(each["booths"]) for each in halls},
            "kinds": KINDS,
        }

    def _chosen(self, halls: list[dict[str, Any]]) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
        for hall in halls:
            for booth in hall["booths"]:
                if booth["id"] == self.query("booth"):
                    return booth, hall
        return None, next((one for one in halls if one["id"] == self.query("hall")), halls[0] if halls else None)

    # --- the fair
    @action
    def publish(self) -> HttpResponse:
        self.change("Publish", id=self.expo_id(), isPublished=True)
        return self.go(message=_("The fair is public now."))

    @action
    def unpublish(self) -> HttpResponse:
        self.change("Publish", id=self.expo_id(), isPublished=False)
        return self.go(message=_("The fair is hidden from visitors."))

    # --- halls
    @action
    def create_hall(self) -> HttpResponse:
        made = self.change("HallCreate", expoId=self.expo_id(), **self._hall_fields())
        query = {"hall": made["hallCreate"]["hall"]["id"]}
        return self.go("expo-fair", slug=self.parts["slug"], query=query, message=_("The hall is added."))

    @action
    def update_hall(self) -> HttpResponse:
        self.change("HallUpdate", id=self.form.text("hall", required=True), **self._hall_fields())
        return self.go(message=_("The hall is changed."))

    @action
    def generate(self) -> HttpResponse:
        self.change(
            "Generate",
            hallId=self.form.text("hall", required=True),
            rows=self.form.integer("rows"),
            columns=self.form.integer("columns"),
            boothWidth=self.form.decimal("boothWidth", required=False),
            boothDepth=self.form.decimal("boothDepth", required=False),
            aisle=self.form.decimal("aisle", required=False),
            prefix=self.form.optional("prefix"),
            kind=self._kind(),
        )
        return self.go(message=_("The booths are drawn."))

    @action
    def add_booth(self) -> HttpResponse:
        lengths = {name: self.form.decimal(name) for name in ("x", "y", "width", "depth")}
        made = self.change(
            "BoothCreate",
            hallId=self.form.text("hall", required=True),
            input={"code": self.form.text("code", required=True), "kind": self._kind(), **lengths},
        )
        query = {"booth": made["boothCreate"]["booth"]["id"]}
        return self.go("expo-fair", slug=self.parts["slug"], query=query, message=_("The booth is drawn."))

    # --- the chosen booth
    @action
    def assign(self) -> HttpResponse:
        exhibitor = self.form.text("exhibitorId", required=True)
        self.change("Assign", boothId=self.form.text("booth", required=True), exhibitorId=exhibitor)
        return self.go(message=_("The booth is assigned."))

    @action
    def free(self) -> HttpResponse:
        self.change("Assign", boothId=self.form.text("booth", required=True), exhibitorId=None)
        return self.go(message=_("The booth is free again."))

    @action
    def hold(self) -> HttpResponse:
        self.change("Hold", boothId=self.form.text("booth", required=True), isHeld=True)
        return self.go(message=_("The booth is held."))

    @action
    def release(self) -> HttpResponse:
        self.change("Hold", boothId=self.form.text("booth", required=True), isHeld=False)
        return self.go(message=_("The booth is free again."))

    @action
    def remove(self) -> HttpResponse:
        self.change("BoothDelete", boothId=self.form.text("booth", required=True))
        query = {"hall": self.form.text("hall")}
        return self.go("expo-fair", slug=self.parts["slug"], query=query, message=_("The booth is removed."))

    def _hall_fields(self) -> dict[str, Any]:
        lengths = {name: self.form.decimal(name) for name in ("width", "depth")}
        return {"name": self.form.text("name", required=True), **lengths}

    def _kind(self) -> str:
        kind = self.form.text("kind") or KINDS[0]
        if kind not in KINDS:
            raise self.refuse("kind", _("Choose one of the list."))
        return kind


def _area(booths: list[dict[str, Any]]) -> Any:
    """Square metres of booths, taken or not."""
    return sum(booth["width"] * booth["depth"] for booth in booths)
