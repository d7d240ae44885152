"""``give_feedback``: a word to the maker."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from catalog.refusal import Problem, Refused
from catalog.traceability.lot import TraceCode
from catalog.traceability.shopper.feedback.feedback import TraceFeedback
from catalog.traceability.shopper.words import checked_text
from i18n.languages import language as known_language
from i18n.messages import gettext_noop as _

LEAST, MOST = 1, 5
MOST_A_DAY = 5
"""Of one code: a family, not a campaign."""
LONGEST = 2000


def give_feedback(*, code: TraceCode, rating: int, text: str, language: str, now: datetime) -> TraceFeedback:
    """Keep it for the seller. Needs ``code.lot``. Raises `Refused`."""
    if not LEAST <= rating <= MOST:
        message = _("Give between %(least)s and %(most)s stars.")
        raise Refused(Problem("rating", "INVALID", message, {"least": LEAST, "most": MOST}))
    said = checked_text("text", text, LONGEST)
    with transaction.atomic():
        TraceCode.objects.select_for_update().get(pk=code.pk)
        if TraceFeedback.objects.filter(code=code, created_at__gt=now - timedelta(days=1)).count() >= MOST_A_DAY:
            raise Refused(
                Problem("text", "TOO_MANY", _("Many opinions about this piece came in today. Try again tomorrow."))
            )
        return TraceFeedback.objects.create(
            seller_id=code.lot.seller_id,
            code=code,
            rating=rating,
            text=said,
            language=known_language(language).code,
            created_at=now,
        )
