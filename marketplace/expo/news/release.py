"""``release_news``: from now on it is read at the exhibitors' desk, and letters are written."""

from datetime import datetime

from django.db import transaction

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.expo.news.news import FairNews, NewsState
from marketplace.expo.news.write import lock_draft


def release_news(*, news: FairNews, now: datetime) -> FairNews:
    """Once and for good. Raises ``Refused`` for news that is released, and before the fair is published."""
    with transaction.atomic():
        locked = lock_draft(news)
        if not locked.expo.is_published:
            message = _("Publish the fair first; the letters lead to its pages.")
            raise Refused(Problem("id", "NOT_PUBLISHED", message))
        locked.state, locked.released_at = NewsState.SENDING, now
        locked.save(update_fields=["state", "released_at"])
    return locked
