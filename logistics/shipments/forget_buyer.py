"""``forget_contact`` and ``forget_buyer``: what shipments and their papers let go of when a person is erased."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from logistics.consignment import Party
from logistics.consignment_json import party_to_json
from logistics.customs.declaration.stored import CustomsDeclaration
from logistics.customs.documents.delete import delete_documents
from logistics.customs.documents.document import Document
from logistics.shipments.issue_documents import OWNER_KIND
from logistics.shipments.locks import lock_shipments
from logistics.shipments.shipment import Shipment


def forget_contact(*, references: Iterable[str]) -> int:
    """Telephone and e-mail go from the shipments of these orders; papers are made again without them.

    Name and address stay: invoices are kept by law. Answers with the number of shipments. Twice changes nothing.
    """
    with transaction.atomic():
        shipments = _locked(references)
        for shipment in shipments:
            _strip(shipment.consignment_data)
            shipment.save(update_fields=["consignment_data"])
        for document in _papers(shipments):
            for part in document.content["consignments"]:
                _strip(part)
            _strip_importer(document.content.get("facts"))
            document.sha256 = ""
            document.save(update_fields=["content", "sha256"])
        for declared in _declarations(shipments):
            _strip(declared.consignment_data)
            _strip_importer(declared.facts_data)
            declared.save(update_fields=["consignment_data", "facts_data"])
    return len(shipments)


def forget_buyer(*, references: Iterable[str]) -> int:
    """Everything about the buyer but the country goes from the shipments, and their papers are deleted.

    For when nothing has to be kept any more. Answers with the number of shipments. Twice changes nothing.
    """
    with transaction.atomic():
        shipments = _locked(references)
        for shipment in shipments:
            country = shipment.consignment_data["buyer"]["country"]
            shipment.consignment_data["buyer"] = party_to_json(Party(name="", country=country))
            shipment.consignment_data["place"] = ""
            shipment.save(update_fields=["consignment_data"])
        _declarations(shipments).delete()
        delete_documents(owner_kind=OWNER_KIND, owner_references=[str(shipment.pk) for shipment in shipments])
    return len(shipments)


def _locked(references: Iterable[str]) -> list[Shipment]:
    ids = Shipment.objects.filter(reference__in=list(references)).values_list("pk", flat=True)
    return lock_shipments(list(ids))


def _declarations(shipments: list[Shipment]) -> QuerySet[CustomsDeclaration]:
    return CustomsDeclaration.objects.filter(shipment__in=shipments)


def _papers(shipments: list[Shipment]) -> Iterable[Document]:
    return Document.objects.filter(
        owner_kind=OWNER_KIND, owner_reference__in=[str(shipment.pk) for shipment in shipments]
    )


def _strip(consignment: dict[str, Any]) -> None:
    consignment["buyer"] |= {"phone": "", "email": ""}


def _strip_importer(facts: dict[str, Any] | None) -> None:
    if facts is not None and facts.get("importer"):
        facts["importer"] |= {"phone": "", "email": ""}
