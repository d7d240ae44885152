"""Badges given out, given anew and taken back. A code is never given twice, and a void badge stays void."""

from datetime import datetime

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.badges.badge import Badge, BadgeKind
from marketplace.expo.badges.code import random_code
from marketplace.expo.door.door_key import mark_of, salt_of
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.locks import lock_exhibitor, lock_expo, lock_visitor
from marketplace.expo.visitors.visitor import Visitor

LONGEST_NAME = 120
MOST_STAFF_BADGES = 500


def issue_visitor_badge(*, visitor: Visitor, now: datetime) -> Badge:
    """The badge in force, made if there is none. Runs under the visitor's lock."""
    found = Badge.objects.filter(visitor=visitor, voided_at__isnull=True).first()
    return found or _make(visitor.expo, BadgeKind.VISITOR, visitor.name, now, visitor=visitor)


def issue_exhibitor_badge(*, exhibitor: Exhibitor, holder_name: str, now: datetime) -> Badge:
    """For somebody at the stand; as many in force as the exhibitor's package allows. Raises ``Refused``."""
    name = _checked_name(holder_name)
    with transaction.atomic():
        locked = lock_exhibitor(exhibitor.pk)
        in_force = Badge.objects.filter(exhibitor=locked, voided_at__isnull=True).count()
        if in_force >= locked.badge_allowance:
            message = _("All %(count)s badges of the package are given out. Void one, or ask the organiser for more.")
            raise Refused(Problem("holder_name", "TOO_MANY", message, {"count": locked.badge_allowance}))
        return _make(locked.expo, BadgeKind.EXHIBITOR, name, now, exhibitor=locked)


def issue_staff_badge(*, expo: Expo, holder_name: str, now: datetime) -> Badge:
    """For somebody who works at the fair itself. Raises ``Refused``."""
    name = _checked_name(holder_name)
    with transaction.atomic():
        lock_expo(expo.pk)
        if Badge.objects.filter(expo=expo, kind=BadgeKind.STAFF, voided_at__isnull=True).count() >= MOST_STAFF_BADGES:
            message = _("At most %(count)s badges of staff are in force at a time.")
            raise Refused(Problem("holder_name", "TOO_MANY", message, {"count": MOST_STAFF_BADGES}))
        return _make(expo, BadgeKind.STAFF, name, now)


def reissue_badge(*, badge: Badge, now: datetime) -> Badge:
    """A new code for the same holder; the old one opens no door from now on. Raises ``Refused`` for a void one."""
    with transaction.atomic():
        _lock_holder(badge)
        void_badge(badge=badge, now=now)
        return _make(
            badge.expo, BadgeKind(badge.kind), badge.holder_name, now, visitor=badge.visitor, exhibitor=badge.exhibitor
        )


def void_badge(*, badge: Badge, now: datetime) -> Badge:
    """Raises ``Refused`` for one that is void already."""
    if not Badge.objects.filter(pk=badge.pk, voided_at__isnull=True).update(voided_at=now):
        raise Refused(Problem("id", "VOID", _("This badge is void already.")))
    badge.voided_at = now
    return badge


def rename_badge(*, visitor: Visitor) -> None:
    """The badge in force says the visitor's name as it is now."""
    Badge.objects.filter(visitor=visitor, voided_at__isnull=True).update(holder_name=visitor.name)


def _lock_holder(badge: Badge) -> None:
    if badge.exhibitor_id is not None:
        lock_exhibitor(badge.exhibitor_id)
    elif badge.visitor_id is not None:
        lock_visitor(badge.visitor_id)
    else:
        lock_expo(badge.expo_id)


def _make(
    expo: Expo,
    kind: BadgeKind,
    name: str,
    now: datetime,
    visitor: Visitor | None = None,
    exhibitor: Exhibitor | None = None,
) -> Badge:
    code = random_code()
    return Badge.objects.create(
        expo=expo,
        code=code,
        mark=mark_of(code, salt=salt_of(expo)),
        kind=kind,
        visitor=visitor,
        exhibitor=exhibitor,
        holder_name=name,
        issued_at=now,
    )


def _checked_name(text: str) -> str:
    name = texts.tidy(text)
    values = {"holder_name": name}
    refuse_any([] if name else [texts.required("holder_name")])
    refuse_any(texts.lengths(values, {"holder_name": LONGEST_NAME}))
    return name
