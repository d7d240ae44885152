"""``take_down_target`` and ``restore_target``: what the operator does about a link that deceives or breaks a law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from catalog.traceability.links.target import DigitalLinkTarget

if TYPE_CHECKING:
    from marketplace.accounts.models import User

LONGEST_REASON = 500


class NoReason(ValueError):
    """Its seller is told why, in words that fit."""


def take_down_target(*, target: DigitalLinkTarget, reason: str, by: User | None) -> DigitalLinkTarget:
    """It is served no more from this moment, and its seller reads the reason. Raises `NoReason`."""
    told = " ".join(reason.split())
    if not told or len(told) > LONGEST_REASON:
        raise NoReason
    DigitalLinkTarget.objects.filter(pk=target.pk, taken_down_at__isnull=True).update(
        taken_down_at=timezone.now(), taken_down_reason=told, taken_down_by=by, is_default=False
    )
    target.refresh_from_db()
    return target


def restore_target(*, target: DigitalLinkTarget) -> DigitalLinkTarget:
    """Served again, not as the default; that is its seller's to say."""
    DigitalLinkTarget.objects.filter(pk=target.pk).update(taken_down_at=None, taken_down_reason="", taken_down_by=None)
    target.refresh_from_db()
    return target
