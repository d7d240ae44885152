"""``matching_exhibitors``: whom a visitor should see, the best first, each with reasons.

1. A visitor's interests are categories of the catalogue; what lies below them counts too.
2. Subject: products of these categories that are shown (30 points, 4 more for each of up to five), sold here without
   being shown (15, 2 each), or a category of that name in the directory (20). Who has none of it is no match.
3. Of the 200 best by subject: sells to the visitor's country (10), has texts in the visitor's language (8), has
   certificates in force (2, 2 each).
4. Without interests there is no match: nobody is guessed at.

Looks for lacquerware, from Korea. A shows 3 pieces of it and sells to Korea: 30 + 12 + 10 = 52. B names it as a
category and has texts in Korean: 20 + 8 = 28.
"""

from collections.abc import Collection
from datetime import datetime

from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.matchmaking.match import Match, Scores
from marketplace.expo.matchmaking.subjects import (
    interests_by_category,
    named_categories,
    shown_products,
    sold_products,
)
from marketplace.expo.matchmaking.trade import trade_reasons
from marketplace.expo.visitors.visitor import Visitor

MOST_MATCHES = 50
LOOKED_AT_CLOSER = 200


def matching_exhibitors(visitor: Visitor, *, now: datetime, most: int = MOST_MATCHES) -> list[Match[Exhibitor]]:
    """At most ``most``; in a dozen queries whatever the size of the fair."""
    interests = [int(pk) for pk in visitor.interests]
    scores = Scores()
    if interests:
        _by_subject(scores, visitor, interests)
    closer = [pk for _score, pk, _reasons in scores.best(LOOKED_AT_CLOSER, needs_subject=True)]
    scores.reasons = {pk: scores.reasons[pk] for pk in closer}
    scores.add(trade_reasons(closer, country=visitor.country, language=visitor.language, now=now))
    best = scores.best(most, needs_subject=True)
    rows = Exhibitor.objects.in_bulk([pk for _score, pk, _reasons in best])
    return [Match(rows[pk], score, reasons) for score, pk, reasons in best]


def _by_subject(scores: Scores, visitor: Visitor, interests: Collection[int]) -> None:
    wanted = interests_by_category(interests)
    shown = shown_products(visitor.expo, wanted)
    scores.add(shown)
    scores.add(sold_products(visitor.expo, wanted, but=shown))
    scores.add(named_categories(visitor.expo, interests))
