"""``note_partners``: remember whom an event hands goods to or takes them from.

1. A source or destination is a seller here when it bears that seller's identity, or a GLN that the capturing seller's
   own address book gives to that seller.
2. Each thing of the event is then shared by the capturing seller with the named one, …
3. … and by whoever shared it with the capturing one before; whom the named one named already follows too.
4. A lot that had another name once is shared under that name as well.

Wood that Đất Cuốc Sawmill sends to Mộc An, and Mộc An to Bến Súc: after both events Bến Súc may read the sawmill's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from catalog.traceability.epcis.event_rows import EventLink, EventThing, LinkKind
from catalog.traceability.epcis.rights.chain_partner import ChainPartner
from catalog.traceability.identity.lot_name import LotName
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.uris import party_uri, seller_uri
from marketplace.sellers.models import Seller

_AT_ONCE = 500
Pairs = set[tuple[str, int, int]]


def note_partners(seller: Seller | None, rows_of_events: Sequence[Sequence[Any]]) -> None:
    """``rows_of_events``: the rows of each event, as ``rows_of`` made them. Call it in the capturing transaction."""
    if seller is None:
        return
    known = _sellers_behind(seller, {uri for rows in rows_of_events for uri in _parties(rows)})
    if not known:
        return
    named: Pairs = set()
    for rows in rows_of_events:
        partners = {known[uri] for uri in _parties(rows) if uri in known}
        named |= {(row.uri, seller.pk, p) for row in rows if isinstance(row, EventThing) for p in partners}
    _write(named)


def share_name(old: str, new: str, *, seller_id: int) -> None:
    """A lot of the seller's is called otherwise from now on: it is shared with whom it was under the old name.

    What others share under these names is theirs: a lot that is called like another's opens nothing of the other's.
    """
    partners = ChainPartner.objects.filter(uri=old, seller_id=seller_id).order_by().values_list("partner_id", flat=True)
    ChainPartner.objects.bulk_create(
        [ChainPartner(uri=new, seller_id=seller_id, partner_id=other) for other in partners], ignore_conflicts=True
    )


def _parties(rows: Sequence[Any]) -> list[str]:
    return [row.uri for row in rows if isinstance(row, EventLink) and row.kind != LinkKind.TRANSACTION]


def _sellers_behind(seller: Seller, uris: set[str]) -> dict[str, int]:
    """The other sellers that some party URIs stand for, in the eyes of the capturing one."""
    if not uris:
        return {}
    book = TraceParty.objects.filter(seller=seller, account__isnull=False)
    known = {party_uri(party): party.account_id for party in book}
    if any(uri.startswith("urn:uuid:") and uri not in known for uri in uris):
        known |= {seller_uri(key): key for key in Seller.objects.values_list("pk", flat=True)}
    return {uri: key for uri, key in known.items() if uri in uris and key is not None and key != seller.pk}


def _write(named: Pairs) -> None:
    ordered = sorted(named)
    for start in range(0, len(ordered), _AT_ONCE):
        batch = set(ordered[start : start + _AT_ONCE])
        pairs = batch | _following(batch)
        pairs |= _under_earlier_names(pairs)
        ChainPartner.objects.bulk_create(
            [ChainPartner(uri=uri, seller_id=one, partner_id=other) for uri, one, other in sorted(pairs)],
            ignore_conflicts=True,
        )


def _under_earlier_names(pairs: Pairs) -> Pairs:
    """Whom a seller shares its own lot with it shares the lot's history with, from before it had this name."""
    rows = LotName.objects.filter(lot__uri__in={uri for uri, _, _ in pairs}).order_by()
    earlier: dict[tuple[str, int], set[str]] = {}
    for new, seller_id, old in rows.values_list("lot__uri", "lot__seller_id", "uri"):
        earlier.setdefault((new, seller_id), set()).add(old)
    return {(old, one, other) for uri, one, other in pairs for old in earlier.get((uri, one), ())}


def _following(named: Pairs) -> Pairs:
    """Who shares with whom by way of those named now: everybody before times everybody after."""
    before: dict[tuple[str, int], set[int]] = {}
    after: dict[tuple[str, int], set[int]] = {}
    standing = ChainPartner.objects.filter(uri__in={uri for uri, _, _ in named})
    for uri, one, other in [*standing.values_list("uri", "seller_id", "partner_id"), *named]:
        before.setdefault((uri, other), set()).add(one)
        after.setdefault((uri, one), set()).add(other)
    return {
        (uri, first, last)
        for uri, one, other in named
        for first in before.get((uri, one), set()) | {one}
        for last in after.get((uri, other), set()) | {other}
        if first != last
    }
