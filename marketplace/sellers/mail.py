"""What sellers are written about decisions on them, to every owner in the owner's language."""

from collections.abc import Callable
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import Letter, write_to
from marketplace.events.event import Event
from marketplace.sellers.events import (
    SellerApproved,
    SellerEvent,
    SellerReinstated,
    SellerRejected,
    SellerSuspended,
)
from marketplace.sellers.membership import owners_of
from marketplace.sellers.seller import Seller, SellerStatus

APPROVED = Letter(
    subject=_("%(seller)s is open on Bình Dương Marketplace"),
    body=_(
        "Hello %(name)s,\n\n"
        "we have checked and approved %(seller)s. Buyers see the profile now, and the products you publish."
    ),
)
REJECTED = Letter(
    subject=_("The application of %(seller)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "we could not approve %(seller)s yet, for this reason:\n\n"
        "%(reason)s\n\n"
        "Correct what is needed and apply again with the same tax code."
    ),
)
SUSPENDED = Letter(
    subject=_("%(seller)s is suspended"),
    body=_(
        "Hello %(name)s,\n\n"
        "%(seller)s and its products are hidden from buyers for now, for this reason:\n\n"
        "%(reason)s\n\n"
        "Please go on with the orders you have, and write to us."
    ),
)
REINSTATED = Letter(
    subject=_("%(seller)s is open again"),
    body=_("Hello %(name)s,\n\nthe suspension of %(seller)s has ended; buyers see it and its products again."),
)


def mail_decision(letter: Letter, status: SellerStatus, event: SellerEvent) -> None:
    """Write to all owners, unless the decision has been overtaken by another since."""
    seller = Seller.objects.filter(pk=event.seller_id, status=status).first()
    if seller is None:
        return
    latest = seller.status_changes.last()
    for owner in owners_of([seller.pk]):
        write_to(owner, letter, seller=seller.name, reason=latest.reason if latest else "")


def mail_approval(event: SellerApproved) -> None:
    mail_decision(APPROVED, SellerStatus.APPROVED, event)


def mail_rejection(event: SellerRejected) -> None:
    mail_decision(REJECTED, SellerStatus.REJECTED, event)


def mail_suspension(event: SellerSuspended) -> None:
    mail_decision(SUSPENDED, SellerStatus.SUSPENDED, event)


def mail_reinstatement(event: SellerReinstated) -> None:
    mail_decision(REINSTATED, SellerStatus.APPROVED, event)


SUBSCRIPTIONS: dict[type[Event], list[Callable[[Any], None]]] = {
    SellerApproved: [mail_approval],
    SellerRejected: [mail_rejection],
    SellerSuspended: [mail_suspension],
    SellerReinstated: [mail_reinstatement],
}
"""For the table in ``marketplace/subscriptions.py``."""
