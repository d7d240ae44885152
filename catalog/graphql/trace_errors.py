"""What traceability refuses, as errors of mutations, and how long its texts may be."""

from collections.abc import Mapping
from typing import Any

from catalog.traceability.active_codes import UnknownTraceCodes
from catalog.traceability.create_lot import BadLot, LotNumberTaken
from catalog.traceability.entry.copy_lot import ProposalSettled
from catalog.traceability.epcis.validate.problem import InvalidEvent
from catalog.traceability.mint_codes import TooManyCodes
from catalog.traceability.step_data import AlreadyCorrected, BadStep
from catalog.traceability.translate_step import SourceLanguage
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError

LONGEST = {"number": 40, "place": 200, "note": 2000, "title": 200, "detail": 2000, "reason": 200}

_LOT_MESSAGES = {
    "number": _("Write the lot number, or set a series that numbers lots."),
    "quantity": _("A lot has at least one piece."),
    "expires_on": _("Goods do not expire before they are made."),
    "trade": _("Choose one of the list."),
}
STEP_MESSAGES = {
    "occurred_at": _("This time has not come yet, or is too long ago."),
    "title": _("A step has a title."),
    "supersedes": _("The step to correct belongs to another lot."),
    "container": _("This container is not possible."),
    "stage": _("Choose one of the list."),
    "place_ref": _("You have no such place."),
    "party": _("You have no such partner."),
    "quantity": _("A quantity is more than zero."),
    "inputs": _("Give at most 100 materials, each with a quantity of more than zero."),
    "measures": _("At most 40 measured values are possible."),
    "papers": _("At most 20 papers are possible."),
    "evidence": _("At most 10 photos and papers are possible."),
}
LOT: dict[type[Exception], Any] = {
    BadLot: lambda refusal: InputError(_LOT_MESSAGES[refusal.field], field=f"input.{refusal.field}"),
    LotNumberTaken: lambda refusal: InputError(
        _("You have a lot %(number)s already."),
        field="input.number",
        code="UNIQUE",
        params={"number": refusal.number},
    ),
}
STEP: dict[type[Exception], Any] = {
    BadStep: lambda refusal: InputError(STEP_MESSAGES[refusal.field], field=f"input.{refusal.field}"),
    InvalidEvent: lambda refusal: InputError(
        _("This cannot be recorded as an EPCIS event: %(fact)s."),
        field="input",
        params={"fact": str(refusal.problems[0])[:200] if refusal.problems else ""},
    ),
    AlreadyCorrected: lambda refusal: InputError(
        _("This step has a correction already; correct that one."), field="input.supersedes", code="UNIQUE"
    ),
}
PROPOSAL: dict[type[Exception], Any] = {
    ProposalSettled: lambda refusal: InputError(
        _("This proposal has become a step already, or was put aside."), field="id", code="WRONG_STATE"
    ),
}
CODES: dict[type[Exception], Any] = {
    TooManyCodes: lambda refusal: InputError(
        _("At most %(most)s codes are possible."), field="count", params={"most": refusal.most}
    ),
    UnknownTraceCodes: lambda refusal: InputError(
        _("These are no active codes of yours: %(codes)s."),
        field="codes",
        code="NOT_FOUND",
        params={"codes": ", ".join(code[:20] for code in refusal.codes[:5])},
    ),
}
TRANSLATION: dict[type[Exception], Any] = {
    SourceLanguage: lambda refusal: InputError(
        _("This is the language it was written in; it needs no translation."), field="language_code"
    ),
}


def check_lengths(texts: Mapping[str, Any], *, prefix: str = "input.") -> None:
    """Refuse a text that its column could not hold."""
    for field, longest in LONGEST.items():
        if len(texts.get(field) or "") > longest:
            raise InputError(
                _("At most %(longest)s characters are possible here."),
                field=f"{prefix}{field}",
                params={"longest": longest},
            )
