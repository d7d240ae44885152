"""Find people's accounts."""

from django.db.models import Q, QuerySet

from marketplace.accounts.user import User, normalise_email

FEWEST = 3
"""Characters of a search: fewer would be a list of everybody."""


def find_people(*, words: str = "", is_active: bool | None = None, is_staff: bool | None = None) -> QuerySet[User]:
    """By the whole or a part of the e-mail address, or of a name; who came last stands first. Nobody who has left."""
    rows = User.objects.filter(erased_at__isnull=True).order_by("-date_joined", "-id")
    wanted = normalise_email(words)
    if wanted:
        parts = Q(email=wanted)
        if len(wanted) >= FEWEST:
            parts |= Q(email__contains=wanted) | Q(first_name__icontains=wanted) | Q(last_name__icontains=wanted)
        rows = rows.filter(parts)
    if is_active is not None:
        rows = rows.filter(is_active=is_active)
    if is_staff is not None:
        rows = rows.exclude(staff_roles=[]) if is_staff else rows.filter(staff_roles=[])
    return rows
