"""Writing the letters of released news, some at a time, until everybody has one.

1. Take a piece of news that is being sent and lock it: two processes never write the same letters.
2. Read the next exhibitors after the one reached last; when there are none left, the next visitors who agree to news
   at this moment.
3. One letter for each person who has none of this news yet, and how far it came, in one transaction: a process that
   dies leaves either both or neither, and the next one goes on there.
4. Nobody left: the news is SENT.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.utils import timezone

from marketplace.accounts.mail.post import post
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.news.delivery import NewsDelivery
from marketplace.expo.news.letter import KIND, news_letter, said_in
from marketplace.expo.news.news import FairNews, NewsState
from marketplace.expo.news.outcomes import note_outcomes
from marketplace.expo.news.readers import NewsReader, consenting_visitors, exhibitor_readers, visitor_readers

log = structlog.get_logger(__name__)

AT_ONCE = 200
"""Exhibitors or visitors of one transaction."""
MOST_ROUNDS = 20
WORTH_SENDING = timedelta(days=7)


def send_news(*, now: datetime | None = None) -> int:
    """Write letters of all news being sent; returns how many. Run every minute."""
    moment = now or timezone.now()
    written = sum(_send_some(pk, moment) for pk in _being_sent())
    note_outcomes(now=moment)
    return written


def send_step(news_id: int, *, now: datetime, at_once: int = AT_ONCE) -> tuple[int, bool]:
    """One transaction of it: how many letters, and whether there may be more to write."""
    with transaction.atomic():
        rows = FairNews.objects.select_for_update(skip_locked=True, of=("self",)).select_related("expo")
        news = rows.filter(pk=news_id, state=NewsState.SENDING).first()
        if news is None:
            return 0, False
        readers = _next_readers(news, at_once)
        if readers is None:
            news.state, news.finished_at = NewsState.SENT, now
        written = _write(news, readers or [], now)
        news.save(update_fields=["state", "finished_at", "exhibitor_reached", "visitor_reached"])
    return written, readers is not None


def _being_sent() -> list[int]:
    return list(FairNews.objects.filter(state=NewsState.SENDING).order_by("pk").values_list("pk", flat=True))


def _send_some(news_id: int, now: datetime) -> int:
    written = 0
    for _round in range(MOST_ROUNDS):
        count, is_more = send_step(news_id, now=now)
        written += count
        if not is_more:
            break
    log.info("fair news written", news=news_id, letters=written)
    return written


def _next_readers(news: FairNews, at_once: int) -> list[NewsReader] | None:
    """And moves on how far it came; nothing when everybody was reached."""
    if news.to_exhibitors:
        after = Exhibitor.objects.filter(expo=news.expo, pk__gt=news.exhibitor_reached).order_by("pk")
        exhibitors = list(after[:at_once])
        if exhibitors:
            news.exhibitor_reached = exhibitors[-1].pk
            return exhibitor_readers(exhibitors)
    if news.to_visitors:
        visitors = list(consenting_visitors(news.expo).filter(pk__gt=news.visitor_reached).order_by("pk")[:at_once])
        if visitors:
            news.visitor_reached = visitors[-1].pk
            return visitor_readers(visitors)
    return None


def _write(news: FairNews, readers: Sequence[NewsReader], now: datetime) -> int:
    by_person = {reader.key: reader for reader in reversed(readers)}
    keys = list(by_person)
    have = NewsDelivery.objects.filter(news=news, person__in=keys).values_list("person", flat=True)
    fresh = [by_person[key] for key in reversed(keys) if key not in set(have)]
    said = said_in(news, {reader.language for reader in fresh})
    deliveries = []
    for reader in fresh:
        words = said[reader.language]
        letter = post(news_letter(words, reader), to=reader.email, kind=KIND, good_until=now + WORTH_SENDING)
        deliveries.append(
            NewsDelivery(
                news=news,
                person=reader.key,
                audience=reader.audience,
                language=reader.language,
                text_language=words.text_language,
                letter=letter,
                posted_at=now,
            )
        )
    NewsDelivery.objects.bulk_create(deliveries)
    return len(deliveries)
