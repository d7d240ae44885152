"""``labelsCreate``."""

from typing import Any

from catalog.graphql import label_errors
from catalog.graphql.access import caller
from catalog.graphql.trace_access import lot_for
from catalog.graphql.types.label_run import LabelFormatEnum, LabelRun, LabelSubjectEnum, LabelSymbolEnum
from catalog.traceability.labels.label_run import LabelFormat, LabelSubject, LabelSymbol
from catalog.traceability.labels.start_run import MOST_LABELS, WantedLabels, start_label_run
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, InputObjectType, Int, List, Mutation, NonNull, String

LONGEST_CODE = 40


class LabelsCreateInput(InputObjectType):
    """Which labels."""

    symbol = LabelSymbolEnum(required=True)
    subject = LabelSubjectEnum(required=True)
    sheet = String(required=True, description="A code of labelSheets.")
    format = LabelFormatEnum(description="PDF when left out.")
    language = LanguageCodeEnum(description="Of the text on them; Vietnamese when left out.")
    dpi = Int(description="Of a printer for ZPL: 203, or 300.")
    count = Int(description="How many; for pieces and serials as many new ones.")
    codes = List(
        NonNull(String),
        description="Trace codes of the lot to print again. Pieces with neither codes nor a count are all in force.",
    )


class LabelsCreate(Mutation):
    """Write labels of a lot, at most 10,000 at once. For managers.

    The file is ready a little later; ask `labelRuns` for its address. QR codes lead to the lot's history, so they need
    a history of at least two linked stages.
    """

    class Arguments:
        lot_id = ID(required=True)
        input = LabelsCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = label_errors.LABEL_CODES
        known_errors = label_errors.LABELS
        cost = 50

    label_run = Field(LabelRun)

    @classmethod
    def perform(cls, info: Any, *, lot_id: str, input: Any) -> dict[str, Any]:
        lot = lot_for(info, lot_id, field="lot_id")
        codes = input.get("codes") or ()
        if len(codes) > MOST_LABELS or any(len(code) > LONGEST_CODE for code in codes):
            raise InputError(
                _("From 1 to %(most)s labels are possible."), field="input.codes", params={"most": MOST_LABELS}
            )
        wanted = WantedLabels(
            symbol=LabelSymbol(str(input["symbol"])),
            subject=LabelSubject(str(input["subject"])),
            sheet=input["sheet"],
            format=LabelFormat(str(input.get("format") or "PDF")),
            language=str(input.get("language") or "vi"),
            dpi=input.get("dpi") or 203,
            count=input.get("count"),
            codes=codes,
        )
        return {"label_run": start_label_run(lot=lot, wanted=wanted, by=caller(info))}
