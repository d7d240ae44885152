"""What labels, series and identifiers refuse, as errors of mutations."""

from typing import Any

from catalog.graphql.trace_errors import CODES
from catalog.traceability.identity.claim_prefix import PrefixTaken
from catalog.traceability.identity.item_identifier import BadItemIdentifier, ItemIdentifierTaken
from catalog.traceability.identity.prefix_digits import BadCompanyPrefix
from catalog.traceability.labels.label_item import NotPrintable
from catalog.traceability.labels.sheet import UnknownSheet
from catalog.traceability.labels.start_run import BadLabelCount, TooManyRuns
from catalog.traceability.linked_stages import TooFewStages
from catalog.traceability.minting.pattern import BadPattern
from catalog.traceability.minting.serials import NoGtin
from catalog.traceability.minting.set_series import NoSeries
from catalog.traceability.symbols.data_matrix.codewords import TooLongForDataMatrix
from catalog.traceability.symbols.ean import NoEan
from catalog.traceability.symbols.module_size import SymbolTooLarge
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError

Known = dict[type[Exception], Any]
LABEL_CODES = ("TOO_FEW_STAGES", "TOO_MANY", "TOO_LARGE")
_NOT_PRINTABLE = {
    "NO_GTIN": ("symbol", _("This product has no GTIN: it can have QR codes for single pieces, and nothing of GS1's.")),
    "LOT_NUMBER": ("symbol", _("GS1 allows at most 20 plain letters, digits and signs in a lot number.")),
    "EAN_SUBJECT": ("subject", _("EAN codes carry the GTIN alone: all labels of the lot are alike.")),
    "CODES_SUBJECT": ("codes", _("Codes to print again are those of single pieces.")),
    "ZPL_SHEET": ("sheet", _("Label printers take rolls, at 203 or 300 dots to the inch.")),
}
_NO_GTIN = _("This product has no GTIN.")


def _unprintable(refusal: NotPrintable) -> InputError:
    field, message = _NOT_PRINTABLE[refusal.code]
    return InputError(message, field=f"input.{field}")


LABELS: Known = {
    **CODES,
    NotPrintable: _unprintable,
    NoEan: lambda _e: InputError(_("This product has no GTIN that tills can read."), field="input.symbol"),
    NoGtin: lambda _e: InputError(_NO_GTIN, field="input.subject"),
    NoSeries: lambda _e: InputError(
        _("Say first how serials are written, under Identifiers."), field="input.subject", code="NOT_FOUND"
    ),
    UnknownSheet: lambda _e: InputError(_("There are no such labels."), field="input.sheet", code="NOT_FOUND"),
    BadLabelCount: lambda e: InputError(
        _("From 1 to %(most)s labels are possible."), field="input.count", params={"most": e.most}
    ),
    TooManyRuns: lambda _e: InputError(_("Wait until your earlier labels are ready."), field="input", code="TOO_MANY"),
    TooLongForDataMatrix: lambda _e: InputError(_("The text is too long for this symbol."), field="input.symbol"),
    SymbolTooLarge: lambda e: InputError(
        _("The symbol needs %(width)s x %(height)s mm; these labels leave less for it."),
        field="input.sheet",
        code="TOO_LARGE",
        params={"width": str(e.needed[0]), "height": str(e.needed[1])},
    ),
    TooFewStages: lambda e: InputError(
        _(
            "A code that leads to a lot's history needs %(needed)s linked stages, and this lot has %(found)s. Record "
            "another step, or where its material came from."
        ),
        field="input.symbol",
        code="TOO_FEW_STAGES",
        params={"needed": e.needed, "found": e.found},
    ),
}
PREFIX: Known = {
    BadCompanyPrefix: lambda e: InputError(
        _("%(value)s is not a company's prefix of GS1."), field="prefix", params={"value": e.value[:40]}
    ),
    PrefixTaken: lambda _e: InputError(_("Another company here has this prefix."), field="prefix", code="UNIQUE"),
}
_PATTERN = {
    "COUNTER": _("Write the counter last, such as {n} or {n:4} for four digits."),
    "DIGIT": _("Put a letter or a sign before the counter, so that no two numbers look alike."),
    "CHARACTERS": _("Use plain letters, digits and signs, and {YYYY}, {YY}, {MM} or {DD} for the day."),
    "TOO_LONG": _("A number may have at most 20 characters."),
}
SERIES: Known = {BadPattern: lambda e: InputError(_PATTERN[e.code], field="pattern")}
_IDENTIFIER = {
    "scheme": _("Choose one of the list."),
    "authority": _("Say who gave this code."),
    "value": _("Use at most 80 plain letters, digits and signs; a product has at most ten codes."),
}
IDENTIFIER: Known = {
    BadItemIdentifier: lambda e: InputError(_IDENTIFIER[e.field], field=e.field),
    ItemIdentifierTaken: lambda _e: InputError(
        _("Another variant of yours has this code."), field="value", code="UNIQUE"
    ),
}
