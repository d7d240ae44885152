"""Papers of a fair in the API."""

import enum
from typing import Any

from marketplace.expo.contracts.open import paper_url
from marketplace.expo.contracts.paper import FairPaper as PaperRow
from marketplace.expo.contracts.paper import PaperKind
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.graphql import ID, Date, Enum, Field, ObjectType, String, batch, connection_type, related

FairPaperKindEnum = Enum.from_enum(
    enum.StrEnum("FairPaperKindEnum", {name: name for name in PaperKind.names}), description="What a paper is."
)


class FairPaper(ObjectType):
    """A contract, an invoice or a credit note; its content never changes."""

    class Meta:
        access = STAFF

    id = Field(ID, required=True)
    kind = Field(FairPaperKindEnum, required=True)
    number = Field(String, required=True)
    issued_on = Field(Date, required=True)
    exhibitor = Field(Exhibitor, required=True)
    url = Field(String, required=True, description="Opens the PDF for an hour.")

    resolve_exhibitor = related("exhibitor")

    @staticmethod
    @batch
    def resolve_url(papers: list[PaperRow], info: Any) -> list[str]:
        return [paper_url(paper, now=info.context.now) for paper in papers]


FairPaperCountableConnection = connection_type(FairPaper)
