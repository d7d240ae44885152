"""``matching_visitors``: which visitors look for what an exhibitor has. Only who agreed to matchmaking, ever.

The same reasons as the other way round, seen from the exhibitor: its shown and sold products and its categories against
each visitor's interests, its markets against their country, its languages against theirs.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, QuerySet

from catalog.models import Product
from catalog.products.category_tree import descendants
from i18n.translation import Translation
from marketplace.channels.models import Channel
from marketplace.expo.exhibitor import Exhibit, Exhibitor
from marketplace.expo.matchmaking.match import Match, Reason, ReasonKind, Scores
from marketplace.expo.matchmaking.subjects import named_categories
from marketplace.expo.matchmaking.trade import markets_of
from marketplace.expo.visitors.visitor import ConsentPurpose, Visitor, VisitorConsent

MOST_MATCHES = 50


def willing_visitors(exhibitor: Exhibitor) -> QuerySet[Visitor]:
    """Who registered for the fair and agrees to be proposed to exhibitors."""
    consent = VisitorConsent.objects.filter(
        visitor=OuterRef("pk"), purpose=ConsentPurpose.MATCHMAKING, withdrawn_at__isnull=True
    )
    return Visitor.objects.registered().filter(Exists(consent), expo=exhibitor.expo_id)


def matching_visitors(exhibitor: Exhibitor, *, now: datetime, most: int = MOST_MATCHES) -> list[Match[Visitor]]:
    """The best first; in a dozen queries whatever the number of visitors."""
    rows = list(willing_visitors(exhibitor).order_by("pk").values_list("pk", "interests", "country", "language"))
    interests = {int(interest) for _pk, chosen, _country, _language in rows for interest in chosen}
    reasons = _subject_reasons(exhibitor, interests)
    countries, languages = _countries(exhibitor, now), _languages(exhibitor)
    scores = Scores()
    for pk, chosen, country, language in rows:
        found = [reason for interest in chosen for reason in reasons.get(int(interest), ())]
        if found and country in countries:
            found.append(Reason(ReasonKind.SHIPS, code=country))
        if found and language in languages:
            found.append(Reason(ReasonKind.LANGUAGE, code=language))
        if found:
            scores.reasons[pk] = found
    best = scores.best(most, needs_subject=True)
    visitors = Visitor.objects.in_bulk([pk for _score, pk, _reasons in best])
    return [Match(visitors[pk], score, why) for score, pk, why in best]


def _subject_reasons(exhibitor: Exhibitor, interests: set[int]) -> dict[int, list[Reason]]:
    """By interest: what of it is shown, or else sold, and whether the directory names it."""
    below = descendants(interests)
    shown = _counts(Exhibit.objects.filter(exhibitor=exhibitor, product__in=Product.objects.published_anywhere()))
    sold = Counter[int]()
    if exhibitor.seller_id is not None:
        own = Product.objects.published_anywhere().filter(seller=exhibitor.seller_id, category__isnull=False)
        sold.update(dict(own.order_by().values_list("category_id").annotate(Count("pk"))))
    named = {reason.category_id for reason in named_categories_of(exhibitor, interests)}
    found = {}
    for interest in interests:
        categories = {interest, *below.get(interest, ())}
        found[interest] = list(_reasons(interest, categories, shown, sold, interest in named))
    return found


def _reasons(
    interest: int, categories: Iterable[int], shown: Counter[int], sold: Counter[int], is_named: bool
) -> Iterable[Reason]:
    many = sum(shown[category] for category in categories)
    if many:
        yield Reason(ReasonKind.EXHIBITS, count=many, category_id=interest)
    elif others := sum(sold[category] for category in categories):
        yield Reason(ReasonKind.SELLS, count=others, category_id=interest)
    if is_named:
        yield Reason(ReasonKind.CATEGORY, category_id=interest)


def _counts(exhibits: QuerySet[Exhibit]) -> Counter[int]:
    rows = exhibits.filter(product__category__isnull=False).order_by().values_list("product__category_id")
    return Counter(dict(rows.annotate(Count("pk"))))


def named_categories_of(exhibitor: Exhibitor, interests: set[int]) -> list[Reason]:
    return named_categories(exhibitor.expo, interests, only=exhibitor.pk).get(exhibitor.pk, [])


def _countries(exhibitor: Exhibitor, now: datetime) -> set[str]:
    if exhibitor.seller_id is None:
        return set()
    markets = markets_of(exhibitor.seller_id, now)
    return {country for channel in Channel.objects.active().filter(pk__in=markets) for country in channel.countries}


def _languages(exhibitor: Exhibitor) -> set[str]:
    texts = Translation.objects.filter(subject=Exhibitor.SUBJECT, object_id=str(exhibitor.pk))
    return {exhibitor.source_language, *texts.values_list("language", flat=True)}
