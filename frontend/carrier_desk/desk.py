"""What the pages of carriers share, whether a seller's people use them or the marketplace's.

The pages of this folder are halves: a desk's own page class stands before them and says whose accounts they are. Their
``.graphql`` and ``.html`` lie here, once for both desks.
"""

from pathlib import Path
from typing import Any, ClassVar

from frontend.page import Page
from i18n.messages import gettext_noop as _

ABILITIES = (
    ("QUOTE", _("prices")),
    ("BOOK", _("booking")),
    ("LABEL", _("labels")),
    ("CANCEL", _("cancelling")),
    ("TRACK", _("tracking")),
    ("WEBHOOK", _("messages")),
)
ADDRESSES = {
    "VN_2025": _("Addresses with ward and province, as since July 2025."),
    "VN_PRE_2025": _("Addresses with ward, district and province, as before July 2025."),
}


class CarrierDesk(Page):
    """``desk`` is the name of the list's page; that of a carrier has ``-carrier`` behind it."""

    desk: ClassVar[str]
    layout: ClassVar[str]
    half: ClassVar[str]

    @classmethod
    def file(cls, suffix: str) -> Path:
        return Path(__file__).with_name(cls.half).with_suffix(suffix)

    @property
    def owner(self) -> str | None:
        """The seller whose accounts these are; ``None`` for the marketplace's own."""
        return None

    def to_list(self) -> str:
        return self.url(self.desk)

    def to_carrier(self, code: str) -> str:
        return self.url(f"{self.desk}-carrier", code=code)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "desk_layout": self.layout,
            "is_sellers": self.owner is not None,
            "to_list": self.to_list,
            "to_carrier": self.to_carrier,
            "abilities": ABILITIES,
            "addresses": ADDRESSES,
        }
