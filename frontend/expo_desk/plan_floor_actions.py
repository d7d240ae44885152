"""What is done to halls and to what is no booth in them: aisles, doors, services."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.plan_booth_actions import BoothActions
from frontend.page import action
from i18n.messages import gettext_noop as _

FEATURES = (
    "AISLE",
    "DOOR",
    "EMERGENCY_EXIT",
    "STAGE",
    "INFORMATION",
    "TOILETS",
    "FIRST_AID",
    "PILLAR",
    "POWER",
    "WATER",
)


class FloorActions(BoothActions):
    """Forms beside the plan."""

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
            kind=self.kind(),
        )
        return self.go(message=_("The booths are drawn."))

    @action
    def add_booth(self) -> HttpResponse:
        made = self.change(
            "BoothCreate",
            hallId=self.form.text("hall", required=True),
            input={"code": self.form.text("code", required=True), "kind": self.kind(), **self._place()},
        )
        query = {"booth": made["boothCreate"]["booth"]["id"]}
        return self.go("expo-fair", slug=self.parts["slug"], query=query, message=_("The booth is drawn."))

    @action
    def add_feature(self) -> HttpResponse:
        kind = self.form.text("kind", required=True)
        if kind not in FEATURES:
            raise self.refuse("kind", _("Choose one of the list."))
        given = {"kind": kind, "label": self.form.text("label"), **self._place()}
        self.change("FeatureCreate", hallId=self.form.text("hall", required=True), input=given)
        return self.go(message=_("It is drawn."))

    @action
    def remove_feature(self) -> HttpResponse:
        self.change("FeatureDelete", id=self.form.text("feature", required=True))
        return self.go(message=_("It is taken off the plan."))

    def _place(self) -> dict[str, Any]:
        return {name: self.form.decimal(name) for name in ("x", "y", "width", "depth")}

    def _hall_fields(self) -> dict[str, Any]:
        lengths = {name: self.form.decimal(name) for name in ("width", "depth")}
        return {"name": self.form.text("name", required=True), **lengths}
