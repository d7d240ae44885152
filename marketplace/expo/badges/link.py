"""Signed addresses of badges as PDF: made for who may see them, good for an hour, known to nobody else."""

from collections.abc import Sequence
from datetime import datetime

from django.core import signing

from marketplace.expo.badges.badge import Badge
from marketplace.expo.badges.pdf import badges_pdf

VALID_SECONDS = 3600
MOST_BADGES = 200
_SALT = "marketplace.expo.badges"
_LONGEST_TOKEN = 4_000


class BadBadgeLink(LookupError):
    """Never signed here, or too old."""


def badge_link(badges: Sequence[Badge], *, sheet: bool) -> str:
    """The path below the site's address; at most ``MOST_BADGES`` of one fair."""
    said = {"badges": [badge.pk for badge in badges[:MOST_BADGES]], "sheet": sheet}
    return f"/badges/{signing.dumps(said, salt=_SALT, compress=True)}"


def open_badges(token: str, *, now: datetime) -> bytes:
    """The PDF, without those that have become void. Raises `BadBadgeLink`, also when none is left."""
    try:
        said = signing.loads(token[:_LONGEST_TOKEN], salt=_SALT, max_age=VALID_SECONDS)
    except signing.BadSignature:
        raise BadBadgeLink from None
    rows = Badge.objects.select_related("expo", "visitor", "exhibitor").filter(pk__in=said["badges"])
    badges = list(rows.filter(voided_at__isnull=True).order_by("holder_name", "pk"))
    if not badges:
        raise BadBadgeLink
    return badges_pdf(badges, sheet=said["sheet"], at=now)
