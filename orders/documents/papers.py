"""The papers of an order that a buyer keeps: which there are, and whose."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from logistics.customs.documents.delete import delete_documents
from logistics.customs.documents.document import Document
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.refund import Refund

ORDER = "orders.Order"
PART = "orders.SellerOrder"
REFUND = "orders.Refund"


def papers_of_orders(orders: Sequence[Order]) -> dict[UUID, list[Document]]:
    """Everything issued for each order, its parts and its refunds, oldest first; in three statements."""
    owners = {(ORDER, str(order.pk)): order.pk for order in orders}
    parts = SellerOrder.objects.filter(order__in=orders).order_by()
    owners |= {(PART, str(pk)): order for pk, order in parts.values_list("pk", "order_id")}
    refunds = Refund.objects.filter(order__in=orders).order_by()
    owners |= {(REFUND, str(pk)): order for pk, order in refunds.values_list("pk", "order_id")}
    return _by_owner(owners)


def papers_of_parts(parts: Sequence[SellerOrder]) -> dict[UUID, list[Document]]:
    """What each seller issued: the invoice of the part, and its credit notes."""
    owners = {(PART, str(part.pk)): part.pk for part in parts}
    refunds = Refund.objects.filter(seller_order__in=parts).order_by()
    owners |= {(REFUND, str(pk)): part for pk, part in refunds.values_list("pk", "seller_order_id")}
    return _by_owner(owners)


def delete_papers(orders: QuerySet[Order]) -> None:
    """All of them, files and all: nobody need keep them any more. Twice changes nothing."""
    owners = {
        ORDER: orders.values_list("pk", flat=True),
        PART: SellerOrder.objects.filter(order__in=orders).values_list("pk", flat=True),
        REFUND: Refund.objects.filter(order__in=orders).values_list("pk", flat=True),
    }
    for kind, keys in owners.items():
        delete_documents(owner_kind=kind, owner_references=[str(key) for key in keys])


def _by_owner(owners: dict[tuple[str, str], UUID]) -> dict[UUID, list[Document]]:
    found: dict[UUID, list[Document]] = {key: [] for key in owners.values()}
    kinds = {kind for kind, _reference in owners}
    references = {reference for _kind, reference in owners}
    papers = Document.objects.filter(owner_kind__in=kinds, owner_reference__in=references)
    for paper in papers.order_by("created_at", "kind"):
        found[owners[paper.owner_kind, paper.owner_reference]].append(paper)
    return found
