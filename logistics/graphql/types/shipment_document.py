"""The papers of a shipment in the API: to print, to calculate with, and for machines."""

from datetime import datetime
from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from logistics.customs.declaration.issue_papers import FOR_THE_BUYER
from logistics.customs.documents import document, formats
from logistics.customs.documents.open import signed_url
from logistics.graphql.through import THROUGH_ITS_ORDER
from logistics.shipments import shipment
from marketplace.accounts.permissions import Permission
from marketplace.graphql import ID, DateTime, Enum, Field, Int, List, NonNull, ObjectType, String
from marketplace.sellers.graphql.access import is_member

DocumentKind = Enum.from_enum(
    document.DocumentKind, name="ShipmentDocumentKind", description="What a trade document is."
)
DocumentFormat = Enum.from_enum(
    formats.DocumentFormat, name="DocumentFormat", description="To print (PDF), to calculate with, and for machines."
)


class DocumentFile(ObjectType):
    """A paper in one form."""

    class Meta:
        access = THROUGH_ITS_ORDER

    kind = Field(DocumentKind, required=True)
    number = Field(String, required=True)
    format = Field(DocumentFormat, required=True)
    url = Field(String, required=True, description="Opens for one hour.")


def files_of(paper: document.Document, wanted: list[formats.DocumentFormat], now: datetime) -> list[dict[str, str]]:
    """A signed link for each form."""
    return [
        {
            "kind": paper.kind,
            "number": paper.number,
            "format": form.value,
            "url": signed_url(paper, now=now, form=form),
        }
        for form in wanted
    ]


class ShipmentDocument(ObjectType):
    """A paper that travels with the goods."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    kind = Field(DocumentKind, required=True)
    number = Field(String, required=True)
    version = Field(Int, required=True, description="Of the declaration it was made from.")
    issued_at = Field(DateTime, required=True)
    language = Field(LanguageCodeEnum, required=True, description="English stands beside it.")
    url = Field(String, required=True, description="The PDF; opens for one hour.")
    files = Field(List(NonNull(DocumentFile)), required=True, size=3, description="The same paper in every form.")

    @staticmethod
    def resolve_issued_at(paper: document.Document, info: Any) -> datetime:
        return paper.created_at

    @staticmethod
    def resolve_url(paper: document.Document, info: Any) -> str:
        return signed_url(paper, now=info.context.now)

    @staticmethod
    def resolve_files(paper: document.Document, info: Any) -> list[dict[str, str]]:
        return files_of(paper, list(formats.DocumentFormat), info.context.now)


def readable(info: Any, row: shipment.Shipment, papers: list[document.Document]) -> list[document.Document]:
    """Some papers are between the seller, the ministry and the carrier: buyers get the others."""
    context = info.context
    if is_member(context, row.seller_id) or context.actor.has_permission(Permission.ORDERS_MANAGE):
        return papers
    return [paper for paper in papers if paper.kind in FOR_THE_BUYER]
