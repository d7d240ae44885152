"""The papers of an order in the API."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext
from logistics.customs.documents import document
from logistics.customs.documents.invoice_page import TITLES
from logistics.customs.documents.open import signed_url
from marketplace.graphql import ANYONE, DateTime, Enum, Field, ObjectType, String, attribute

OrderDocumentKind = Enum.from_enum(
    document.DocumentKind, name="OrderDocumentKind", description="What a paper of an order is."
)


class OrderDocument(ObjectType):
    """A paper that the buyer keeps: the proforma, the confirmation, invoices, credit notes."""

    class Meta:
        access = ANYONE

    kind = Field(OrderDocumentKind, required=True)
    name = Field(String, required=True, description="What it is, in the language of the request.")
    number = Field(String, required=True)
    language = Field(LanguageCodeEnum, required=True, description="English stands beside it.")
    created = Field(DateTime, required=True)
    url = Field(String, required=True, description="A PDF; the address works for an hour.")

    resolve_created = attribute("created_at")

    @staticmethod
    def resolve_name(paper: document.Document, info: Any) -> str:
        return gettext(info.context.language, TITLES[document.DocumentKind(paper.kind)])

    @staticmethod
    def resolve_url(paper: document.Document, info: Any) -> str:
        return signed_url(paper, now=info.context.now)
