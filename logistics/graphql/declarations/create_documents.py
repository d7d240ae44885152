"""``customsDocumentCreate``."""

from typing import Any

from catalog.graphql.access import caller
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from logistics.customs.declaration.gaps import PaperIncomplete
from logistics.customs.declaration.issue_papers import PREFIXES, NothingDeclared, issue_papers
from logistics.customs.documents import document
from logistics.customs.documents.formats import DocumentFormat as DocumentForm
from logistics.graphql.access import shipment_for_member
from logistics.graphql.types.shipment_document import (
    DocumentFile,
    DocumentFormat,
    DocumentKind,
    ShipmentDocument,
    files_of,
)
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, List, Mutation, NonNull, UserErrors


class CustomsDocumentCreate(Mutation):
    """Make papers from the declaration in force: all of them or none. Made twice it is the same paper."""

    class Arguments:
        shipment = ID(required=True)
        kinds = List(NonNull(DocumentKind), required=True)
        formats = List(NonNull(DocumentFormat), description="Which files to link; all of them when left out.")
        language = LanguageCodeEnum(description="The buyer's when left out; English stands beside it.")

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = ("INCOMPLETE",)
        known_errors = {
            PaperIncomplete: lambda error: UserErrors(
                InputError(gap.message, field=gap.field, code="INCOMPLETE", params=gap.params) for gap in error.gaps
            ),
            NothingDeclared: lambda _error: InputError(
                _("Nothing is declared of this shipment yet."), field="shipment", code="INCOMPLETE"
            ),
        }

    documents = Field(List(NonNull(ShipmentDocument)))
    files = Field(List(NonNull(DocumentFile)), description="In the formats asked for.")

    @classmethod
    def perform(
        cls, info: Any, *, shipment: str, kinds: list[Any], formats: Any = None, language: Any = None
    ) -> dict[str, Any]:
        row = shipment_for_member(info, shipment)
        wanted = [document.DocumentKind(str(kind)) for kind in kinds]
        for kind in wanted:
            if kind not in PREFIXES:
                raise InputError(_("This paper is not made from a declaration."), field="kinds")
        if not wanted:
            raise InputError(_("Choose at least one paper."), field="kinds", code="REQUIRED")
        made = issue_papers(shipment=row, kinds=wanted, language=str(language or ""), by=caller(info))
        forms = [DocumentForm(str(form)) for form in formats] if formats else list(DocumentForm)
        return {
            "documents": made,
            "files": [file for paper in made for file in files_of(paper, forms, info.context.now)],
        }
