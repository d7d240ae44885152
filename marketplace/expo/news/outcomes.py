"""What became of the letters, and forgetting whom they went to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, F

from marketplace.accounts.mail.outgoing_letter import LetterState
from marketplace.expo.news.delivery import NewsDelivery, NewsOutcome
from marketplace.expo.news.news import FairNews

KEPT = timedelta(days=90)
"""How long after it was sent news remembers, as fingerprints, who had it."""
FAILED = (LetterState.REFUSED, LetterState.EXPIRED, LetterState.GIVEN_UP)


@dataclass(frozen=True, slots=True)
class NewsCounts:
    """Letters by what became of them; ``untranslated`` are those in another language than the reader's."""

    waiting: int = 0
    sent: int = 0
    failed: int = 0
    untranslated: int = 0

    @property
    def letters(self) -> int:
        return self.waiting + self.sent + self.failed


def note_outcomes(*, now: datetime) -> None:
    """Keep what became of letters before these are deleted themselves; forget who had old news."""
    open_ones = NewsDelivery.objects.filter(outcome=NewsOutcome.WAITING)
    open_ones.filter(letter__state=LetterState.SENT).update(outcome=NewsOutcome.SENT)
    open_ones.filter(letter__state__in=FAILED).update(outcome=NewsOutcome.FAILED)
    open_ones.filter(letter__isnull=True).update(outcome=NewsOutcome.FAILED)
    # A letter that was tried again after it had failed.
    again = NewsDelivery.objects.filter(outcome=NewsOutcome.FAILED)
    again.filter(letter__state=LetterState.SENT).update(outcome=NewsOutcome.SENT)
    NewsDelivery.objects.filter(news__finished_at__lt=now - KEPT).exclude(person="").update(person="")


def counts_of(news: Iterable[FairNews]) -> dict[int, NewsCounts]:
    """By news, in two queries."""
    keys = [one.pk for one in news]
    rows = NewsDelivery.objects.filter(news__in=keys).order_by()
    found: dict[int, Counter[str]] = {key: Counter() for key in keys}
    for row in rows.values("news", "outcome", "letter__state").annotate(count=Count("pk")):
        found[row["news"]][_outcome(row["outcome"], row["letter__state"])] += row["count"]
    others = rows.exclude(language=F("text_language")).values("news").annotate(count=Count("pk"))
    for key, count in others.values_list("news", "count"):
        found[key]["UNTRANSLATED"] = count
    return {
        key: NewsCounts(counts["WAITING"], counts["SENT"], counts["FAILED"], counts["UNTRANSLATED"])
        for key, counts in found.items()
    }


def _outcome(noted: str, letter: str | None) -> str:
    """As it is now, whether or not it was noted yet."""
    if letter == LetterState.SENT:
        return NewsOutcome.SENT
    return NewsOutcome.FAILED if letter in FAILED else noted
