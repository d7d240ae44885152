"""What makes trade with an exhibitor easier: it sells to a country, speaks a language, has certificates."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime

from catalog.products.certificates.certificate import Certificate
from catalog.products.certificates.scheme import CertificateScheme
from catalog.products.listing import ProductChannelListing
from i18n.today import day_here
from i18n.translation import Translation
from marketplace.channels.models import Channel
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.matchmaking.match import Reason, ReasonKind
from marketplace.expo.matchmaking.subjects import by_seller

Found = dict[int, list[Reason]]


def trade_reasons(exhibitor_ids: Collection[int], *, country: str, language: str, now: datetime) -> Found:
    """For these exhibitors; in five queries whatever their number."""
    found: Found = defaultdict(list)
    rows = list(Exhibitor.objects.filter(pk__in=exhibitor_ids).values_list("pk", "seller_id", "source_language"))
    sellers = by_seller((seller, pk) for pk, seller, _language in rows)
    for seller in _selling_to(country, sellers, now):
        _give(found, sellers[seller], Reason(ReasonKind.SHIPS, code=country))
    speaking = {pk for pk, _seller, own in rows if own == language} | _translated(exhibitor_ids, language)
    _give(found, speaking, Reason(ReasonKind.LANGUAGE, code=language))
    for seller, schemes in _certified(sellers, now).items():
        reason = Reason(ReasonKind.CERTIFICATES, count=len(schemes), schemes=tuple(sorted(schemes)))
        _give(found, sellers[seller], reason)
    return found


def _give(found: Found, pks: Iterable[int], reason: Reason) -> None:
    for pk in pks:
        found[pk].append(reason)


def _selling_to(country: str, sellers: Collection[int], now: datetime) -> set[int]:
    """Sellers with something published in a market that ships to the country."""
    markets = [channel.pk for channel in Channel.objects.active() if channel.ships_to(country)]
    listings = ProductChannelListing.objects.shown(now).filter(channel__in=markets, product__seller__in=list(sellers))
    return set(listings.order_by().values_list("product__seller_id", flat=True).distinct())


def markets_of(seller_id: int, now: datetime) -> list[int]:
    """The channels in which a seller has something published."""
    listings = ProductChannelListing.objects.shown(now).filter(product__seller=seller_id)
    return list(listings.order_by().values_list("channel_id", flat=True).distinct())


def _translated(exhibitor_ids: Collection[int], language: str) -> set[int]:
    texts = Translation.objects.filter(
        subject=Exhibitor.SUBJECT, object_id__in=[str(pk) for pk in exhibitor_ids], language=language
    )
    return {int(pk) for pk in texts.values_list("object_id", flat=True).distinct()}


def _certified(sellers: Collection[int], now: datetime) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    valid = Certificate.objects.valid_on(day_here(now)).filter(seller__in=list(sellers))
    for seller, scheme, name in valid.values_list("seller_id", "scheme", "name"):
        found[seller].add(name or CertificateScheme(scheme).label)
    return found
