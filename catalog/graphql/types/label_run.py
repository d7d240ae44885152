"""Labels in the API: for the managers of the lot's seller."""

from typing import Any

from catalog.graphql.access import MANAGERS
from catalog.traceability.labels import label_run
from catalog.traceability.labels.download import labels_path
from catalog.traceability.labels.sheet import Sheet, sheet_of
from i18n.graphql.types.language import LanguageDisplay
from marketplace.accounts.models import User
from marketplace.graphql import ANYONE, ID, Boolean, DateTime, Decimal, Enum, Field, Int, ObjectType, String, batch

LabelSymbolEnum = Enum.from_enum(
    label_run.LabelSymbol,
    name="LabelSymbolEnum",
    description="QR: an address of this site, GS1 Digital Link where there is a GTIN. DATA_MATRIX: GS1 DataMatrix with "
    "lot, serial and best-before date. EAN: what tills read, the GTIN alone.",
)
LabelSubjectEnum = Enum.from_enum(
    label_run.LabelSubject,
    name="LabelSubjectEnum",
    description="LOT: all labels are alike. PIECE: each has a trace code. SERIAL: each has the next counted serial.",
)
LabelFormatEnum = Enum.from_enum(
    label_run.LabelFormat,
    name="LabelFormatEnum",
    description="PDF, exact in millimetres; or ZPL II for label printers, with sheets that are rolls only.",
)
LabelRunStatusEnum = Enum.from_enum(
    label_run.LabelRunStatus, name="LabelRunStatusEnum", description="DELETED: it has expired and its file is gone."
)
RunRow = label_run.LabelRun


class LabelSheet(ObjectType):
    """Labels as they are sold. Sizes in millimetres."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    is_roll = Field(Boolean, required=True, description="One label after the other.")
    page_width = Field(Decimal, required=True)
    page_height = Field(Decimal, required=True)
    label_width = Field(Decimal, required=True)
    label_height = Field(Decimal, required=True)
    labels = Field(Int, required=True, description="On a page.")

    @staticmethod
    @batch
    def resolve_page_width(sheets: list[Sheet], info: Any) -> list[Any]:
        return [sheet.page[0] for sheet in sheets]

    @staticmethod
    @batch
    def resolve_page_height(sheets: list[Sheet], info: Any) -> list[Any]:
        return [sheet.page[1] for sheet in sheets]

    @staticmethod
    @batch
    def resolve_label_width(sheets: list[Sheet], info: Any) -> list[Any]:
        return [sheet.label[0] for sheet in sheets]

    @staticmethod
    @batch
    def resolve_label_height(sheets: list[Sheet], info: Any) -> list[Any]:
        return [sheet.label[1] for sheet in sheets]


class LabelRun(ObjectType):
    """So many labels of a lot, as one file."""

    class Meta:
        access = MANAGERS

    id = Field(ID, required=True)
    status = Field(LabelRunStatusEnum, required=True)
    symbol = Field(LabelSymbolEnum, required=True)
    subject = Field(LabelSubjectEnum, required=True)
    sheet = Field(LabelSheet, required=True)
    format = Field(LabelFormatEnum, required=True)
    language = Field(LanguageDisplay, required=True)
    count = Field(Int, required=True, description="Labels.")
    done = Field(Int, required=True, description="Labels written so far.")
    created_at = Field(DateTime, required=True)
    expires_at = Field(DateTime, required=True, description="The file is deleted then.")
    url = Field(
        String,
        description="Works for an hour, for whoever asked for it while signed in as a manager of the seller.",
    )

    @staticmethod
    @batch
    def resolve_sheet(runs: list[RunRow], info: Any) -> list[Sheet]:
        return [sheet_of(run.sheet) for run in runs]

    @staticmethod
    @batch
    def resolve_url(runs: list[RunRow], info: Any) -> list[str | None]:
        actor = info.context.actor
        return [labels_path(run, actor) if isinstance(actor, User) else None for run in runs]
