"""Which seminars a caller reaches."""

from typing import Any

from django.db.models import QuerySet

from i18n.messages import gettext_noop as _
from marketplace.expo.graphql.access import visible_expos
from marketplace.expo.models import Seminar, SeminarSeat
from marketplace.expo.seminars.seat import HELD
from marketplace.expo.visitors.visitor import Visitor
from marketplace.graphql import InputError, integer_key


def visible_seminars(info: Any) -> QuerySet[Seminar]:
    """Those of fairs that the caller sees; also the ones called off, which say so."""
    return Seminar.objects.filter(expo__in=visible_expos(info)).select_related("expo", "hall")


def seminar_of(info: Any, global_id: str, field: str = "id") -> Seminar:
    """For mutations. Raises `InputError` NOT_FOUND."""
    seminar = visible_seminars(info).filter(pk=integer_key(global_id, "Seminar", field=field)).first()
    if seminar is None:
        raise InputError(_("There is no such seminar."), field=field, code="NOT_FOUND")
    return seminar


def held_seat(seminar: Seminar, visitor: Visitor) -> SeminarSeat:
    """The visitor's own. Raises `InputError` NOT_FOUND."""
    seat = SeminarSeat.objects.filter(seminar=seminar, visitor=visitor, status__in=HELD).first()
    if seat is None:
        message = _("You have no seat in this seminar and wait for none.")
        raise InputError(message, field="seminar_id", code="NOT_FOUND")
    return seat
