"""``ChainParties``: the parties of events, as receivers: sellers of the marketplace and entries of address books."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.uris import party_uri, seller_uri
from catalog.traceability.recall.receivers import Contact, Receipt, register_receivers
from marketplace.sellers.membership import owners_of
from marketplace.sellers.models import Seller

SELLER, PARTY, UNKNOWN = "seller", "party", "unknown"


class ChainSellers:
    """References are keys of sellers."""

    name = SELLER

    def receipts(self, lots: Collection[UUID]) -> Iterable[Receipt]:
        """Nothing by lots alone: the chain is walked by ``scope.py``."""
        return ()

    def contacts(self, references: Collection[str]) -> dict[str, Contact]:
        sellers = Seller.objects.select_related("address").filter(pk__in=[int(one) for one in references])
        languages = {owner.email: owner.language for owner in owners_of([seller.pk for seller in sellers])}
        return {
            str(seller.pk): Contact(
                seller.name,
                seller.email,
                languages.get(seller.email, seller.source_language),
                seller.address.country,
            )
            for seller in sellers
        }


class ChainParties:
    """References are keys of entries in the recalling seller's address book."""

    name = PARTY

    def receipts(self, lots: Collection[UUID]) -> Iterable[Receipt]:
        """Nothing by lots alone, as above."""
        return ()

    def contacts(self, references: Collection[str]) -> dict[str, Contact]:
        parties = TraceParty.objects.filter(pk__in=references)
        return {str(party.pk): Contact(party.name, party.email, party.language, party.country) for party in parties}


def known_parties(*, seller_id: int) -> dict[str, tuple[str, str]]:
    """Source and reference by URI: all sellers here, then what the recalling seller's own address book adds."""
    found = {seller_uri(key): (SELLER, str(key)) for key in Seller.objects.order_by().values_list("pk", flat=True)}
    for party in TraceParty.objects.filter(seller_id=seller_id).order_by():
        known = (PARTY, str(party.pk)) if party.account_id is None else (SELLER, str(party.account_id))
        found.setdefault(party_uri(party), known)
    return found


def register() -> None:
    register_receivers(ChainSellers())
    register_receivers(ChainParties())
