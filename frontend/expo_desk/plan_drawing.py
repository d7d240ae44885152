"""One drawing of a hall: what is what in it, to scale; settled, then drawn into the plan."""

from collections import Counter
from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.hall_plans.shapes import line_around
from frontend.page import Variables, action
from i18n.messages import gettext_noop as _

ROLES = (
    "BOOTH",
    "HALL",
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
    "NOTHING",
)
UNIT = 20
UNITS = ("1", "0.1", "0.01", "0.001", "0.3048", "0.0254")
"""Metre, decimetre, centimetre, millimetre, foot, inch."""
MOST_LAYERS, MOST_LISTED = 100, 60


class PlanDrawing(FairPage):
    """Nothing of the plan changes before ``apply``."""

    required = ("expo", "planImport")

    def variables(self) -> Variables:
        return {**super().variables(), "id": self.parts["id"]}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        outlines = data["planImport"]["outlines"]
        drawn = [
            {**one, "path": line_around([(float(point["x"]), float(point["y"])) for point in one["points"]], UNIT)}
            for one in outlines
            if one["points"]
        ]
        return {
            **super().context(data),
            "drawn": drawn,
            "unit": UNIT,
            "units": UNITS,
            "roles": ROLES,
            "doings": Counter(one["action"] or "LEFT_OUT" for one in outlines),
            "problems": [one for one in outlines if one["problem"]][:MOST_LISTED],
        }

    @action
    def settle(self) -> HttpResponse:
        layers = [
            {"name": name, "role": role}
            for name, role in zip(self.form.all("layer"), self.form.all("role"), strict=False)
        ][:MOST_LAYERS]
        if any(layer["role"] not in ROLES for layer in layers):
            raise self.refuse("role", _("Choose one of the list."))
        unit = self.form.decimal("unit", required=False) or self.form.decimal("metresPerUnit")
        right, down = self.form.decimal("right"), self.form.decimal("down")
        self.change("Settle", id=self.parts["id"], metresPerUnit=unit, right=right, down=down, layers=layers)
        return self.go(message=_("The drawing is judged again. Nothing has changed yet."))

    @action
    def apply(self) -> HttpResponse:
        done = self.change("Apply", id=self.parts["id"])["planImportApply"]
        counts = {name: done[name] for name in ("drawn", "redrawn", "kept")}
        said = _("The drawing is in the plan: %(drawn)s new, %(redrawn)s changed, %(kept)s as they were.")
        return self.go(
            "expo-fair",
            slug=self.parts["slug"],
            query={"hall": done["import"]["hall"]["id"]},
            message=said,
            message_params=counts,
        )
