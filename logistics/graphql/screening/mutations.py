"""``deniedListLoad`` and ``screeningDecide``."""

import enum
from typing import Any

from i18n.messages import gettext_noop as _
from logistics.customs.screening import states
from logistics.customs.screening.decide import ReasonMissing, decide_screening
from logistics.customs.screening.formats.registry import UnknownListFormat
from logistics.customs.screening.list_format import ListUnreadable
from logistics.customs.screening.load_list import MOST_BYTES, load_list
from logistics.graphql.screening.access import DECIDES, screening_key
from logistics.graphql.screening.types import DeniedList, Screening
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, Enum, Field, InputError, Mutation, String, Upload

LONGEST_REASON = 1000
ScreeningVerdict = Enum.from_enum(
    enum.StrEnum("ScreeningVerdict", {"CLEARED": "CLEARED", "CONFIRMED": "CONFIRMED"}),
    description="CLEARED: somebody else is meant, and the goods go on. CONFIRMED: the listed party is meant.",
)


class DeniedListLoad(Mutation):
    """Load an edition of a list; it takes the place of the one before. The same file again changes nothing.

    Orders that have not left yet are compared with it.
    """

    class Arguments:
        format = String(required=True, description="A code of deniedListFormats.")
        file = Upload(required=True)

    class Meta:
        access = DECIDES
        creates = True
        error_codes = ("UNREADABLE",)
        known_errors = {
            UnknownListFormat: lambda _r: InputError(_("This list is not known."), field="format"),
            ListUnreadable: lambda r: InputError(
                _("The file cannot be read as this list, so nothing of it was taken. (%(reason)s %(place)s)"),
                field="file",
                code="UNREADABLE",
                params={"reason": r.reason, "place": r.place},
            ),
        }
        cost = 200

    denied_list = Field(DeniedList)

    @classmethod
    def perform(cls, info: Any, *, format: str, file: Any) -> dict[str, Any]:
        edition = load_list(
            source=format,
            content=file.read(MOST_BYTES + 1),
            file_name=str(getattr(file, "name", "") or ""),
            by=signed_in_user(info),
        )
        return {"denied_list": edition}


class ScreeningDecide(Mutation):
    """Say whether the listed party is meant. The reason is kept, and so is every earlier decision."""

    class Arguments:
        id = ID(required=True)
        verdict = ScreeningVerdict(required=True)
        reason = String(required=True)

    class Meta:
        access = DECIDES
        error_codes = ("WRONG_STATE",)
        known_errors = {
            ReasonMissing: lambda _r: InputError(_("This field is required."), field="reason", code="REQUIRED"),
            states.CannotDecide: lambda _r: InputError(
                _("This was decided already, or nothing was found that could be decided."),
                field="verdict",
                code="WRONG_STATE",
            ),
        }
        cost = 10

    screening = Field(Screening)

    @classmethod
    def perform(cls, info: Any, *, id: str, verdict: Any, reason: str) -> dict[str, Any]:
        if len(reason) > LONGEST_REASON:
            raise InputError(_("At most %(limit)s characters."), field="reason", params={"limit": LONGEST_REASON})
        decided = decide_screening(
            screening_id=screening_key(id),
            status=states.ScreeningStatus(str(verdict)),
            reason=reason,
            by=signed_in_user(info),
        )
        return {"screening": decided}
