"""Who may see and do what with reviews.

What staff have approved is everybody's. The others are for their writer and for staff who read reviews; a seller learns
of a review when buyers do. A review is its writer's by the account, or by the token of the right it was written with.
"""

import secrets
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from catalog.models import Review, ReviewInvitation
from catalog.reviews.review import ReviewQuerySet, ReviewStatus
from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import InputError, PermissionDenied, integer_key, object_rule, permission
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.member import MemberRole

STAFF = permission(Permission.REVIEWS_MODERATE)
_OPENED = "catalog.opened_invitations"


def visible_reviews(info: Any) -> ReviewQuerySet:
    """The reviews the caller may know of."""
    actor = info.context.actor
    if actor.has_permission(Permission.REVIEWS_MODERATE):
        return Review.objects.all()
    seen = Q(status=ReviewStatus.APPROVED)
    return Review.objects.filter(seen | Q(author_id=actor.id) if actor.is_authenticated else seen)


def invitation_for(info: Any, global_id: str, token: str | None, *, field: str = "id") -> ReviewInvitation | None:
    """The right to review, for the buyer it was given to; ``None`` for everybody else."""
    key = integer_key(global_id, "ReviewInvitation", field=field)
    found = ReviewInvitation.objects.select_related("product").filter(pk=key).first()
    if found is None or not _is_holder(info.context, found, token):
        return None
    info.context.cache.setdefault(_OPENED, set()).add(found.pk)
    return found


def own_review(info: Any, global_id: str, token: str | None) -> Review:
    """A review for its writer. Raises `InputError` NOT_FOUND."""
    key = integer_key(global_id, "ProductReview")
    found = Review.objects.select_related("invitation").filter(pk=key).first()
    if found is None or not _is_holder(info.context, found.invitation, token):
        raise InputError(_("You have written no such review."), field="id", code="NOT_FOUND")
    info.context.cache.setdefault(_OPENED, set()).add(found.invitation_id)
    return found


def shown_review(info: Any, global_id: str) -> Review:
    """A review the caller may see. Raises `InputError` NOT_FOUND."""
    found = visible_reviews(info).filter(pk=integer_key(global_id, "ProductReview")).first()
    if found is None:
        raise InputError(_("There is no such review."), field="id", code="NOT_FOUND")
    return found


def sellers_review(info: Any, global_id: str) -> Review:
    """A review that buyers see, of a product of a seller the caller manages. Raises as `own_product` does."""
    key = integer_key(global_id, "ProductReview")
    found = Review.objects.public().select_related("product").filter(pk=key).first()
    if found is None or not is_member(info.context, found.product.seller_id):
        raise InputError(_("There is no such review of a product of yours."), field="id", code="NOT_FOUND")
    if not is_member(info.context, found.product.seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include its catalogue."))
    return found


def _is_holder(context: Any, invitation: ReviewInvitation, token: str | None) -> bool:
    actor = context.actor
    if invitation.user_id is not None:
        return bool(actor.is_authenticated and invitation.user_id == actor.id)
    return bool(token) and secrets.compare_digest(invitation.token.encode(), (token or "").encode())


def _written(context: Any, reviews: Sequence[Review]) -> list[bool]:
    opened = context.cache.get(_OPENED, set())
    actor = context.actor
    return [
        review.invitation_id in opened or bool(actor.is_authenticated and review.author_id == actor.id)
        for review in reviews
    ]


WRITER = object_rule("having written it", _written)
WRITER_OR_STAFF = STAFF | WRITER


def is_written_by(context: Any, reviews: Sequence[Review]) -> list[bool]:
    """Whether the caller wrote each."""
    return _written(context, reviews)


def open_invitations(info: Any, invitations: Sequence[ReviewInvitation]) -> None:
    """Let the rest of this request read them; the caller's right to them was checked."""
    info.context.cache.setdefault(_OPENED, set()).update(row.pk for row in invitations)
