from typing import Any

from frontend.design.example import MOMENT, Example
from frontend.design.page import DesignPage, words

STATUSES = ("ASSIGNED", "FREE", "HELD", "RESERVED", "ASSIGNED", "FREE")
KINDS = ("SHELL", "SHELL", "RAW", "SHELL", "ISLAND", "SHELL")


class Fairs(DesignPage):
    """Halls to scale, and what exhibitors, visitors and staff read."""

    sheets = ("fair", "hall_plan", "expo_desk", "design")

    def samples(self) -> dict[str, Any]:
        return {
            "halls": {side: _hall(side) for side in ("light", "dark")},
            "exhibitor": {
                "id": "1",
                "is_kept": False,
                "booths": [{"code": "A1"}, {"code": "A2"}],
                "localized": {"name": words("Sơn mài Tường An")},
                "country": {"code": "VN"},
                "categories": ["LACQUER", "crafts"],
                "seller": {"isVerified": True},
            },
            "expo": Example(
                "Expo",
                topics=["Lacquer", "Export"],
                languages=[{"code": "VI"}, {"code": "EN"}],
                visitorsMayRegister=True,
                exhibitorsMayApply=False,
                sourceLanguage={"code": "EN"},
                registrationPeriods=[{"audience": "VISITOR", "opensAt": MOMENT, "closesAt": MOMENT}],
            ),
            "application": Example(
                "FairApplication",
                name="Sơn mài Tường An",
                boothKind="SHELL",
                coExhibitors=[{"name": "Gốm Nắng Chiều", "country": {"code": "VN"}}],
                **{"fairPackage.localized": {"name": words("Nine square metres")}},
                pavilion=None,
            ),
            "prices": [{"kind": kind, "price": {"amount": 450, "currency": "USD"}} for kind in ("PACKAGE", "POWER")],
            "changes": [{"field": "phone", "old": "0274 555 0100", "new": "+84 274 555 0101"}],
        }


def _hall(side: str) -> dict[str, Any]:
    """Two rows of booths along an aisle."""
    booths: list[dict[str, Any]] = [
        {
            "id": f"{side}{number}",
            "code": f"A{number + 1}",
            "x": 1 + number % 3 * 4,
            "y": 1 + number // 3 * 6,
            "width": 3,
            "depth": 3,
            "isRectangle": True,
            "points": [],
            "kind": kind,
            "status": status,
            "version": 1,
            "exhibitor": {"id": "1", "name": "Sơn mài Tường An"} if status == "ASSIGNED" else None,
        }
        for number, (status, kind) in enumerate(zip(STATUSES, KINDS, strict=True))
    ]
    door = {"id": "d", "kind": "DOOR", "label": "", "x": 5, "y": 10.5, "width": 2, "depth": 0.5}
    return {"id": side, "name": f"A · {side}", "width": 13, "depth": 11, "booths": booths, "features": [door]}
