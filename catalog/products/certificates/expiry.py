"""Certificates that end soon, or have ended: telling it once per step, and letting the index forget them in time."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from catalog.events import CertificateExpired, CertificateExpiring
from catalog.products.certificates.certificate import Certificate
from catalog.products.certificates.covered import covered_ids
from catalog.products.changed import products_changed
from marketplace.events.publish import publish

STEPS = (60, 30, 7)
"""Days before its last day at which a seller is told."""
_LOOK_BACK = timedelta(days=3)
"""A certificate that began while nobody ran this job is still noticed."""


def ending_soon(on: date) -> QuerySet[Certificate]:
    """Those whose last day is at most 60 days away, and those that have ended and were neither renewed nor removed."""
    return Certificate.objects.current().filter(valid_until__lte=on + timedelta(days=max(STEPS)))


def step_of(days_left: int) -> int | None:
    """The warning that is due: 60, 30 or 7; 0 once it has ended; ``None`` while there is time."""
    return 0 if days_left < 0 else min((step for step in STEPS if days_left <= step), default=None)


def watch_certificates(*, now: datetime) -> int:
    """Tell of every certificate that has come to its next step; returns how many. Run daily; twice changes nothing."""
    today = now.date()
    with transaction.atomic():
        _let_begin(today)
        waiting = ending_soon(today).filter(Q(warned_days__isnull=True) | Q(warned_days__gt=0))
        return sum(_tell(certificate, today) for certificate in waiting.select_for_update().order_by("pk"))


def _tell(certificate: Certificate, today: date) -> bool:
    assert certificate.valid_until is not None  # noqa: S101  # the query asked for it
    days_left = (certificate.valid_until - today).days
    step = step_of(days_left)
    if step is None or (certificate.warned_days is not None and certificate.warned_days <= step):
        return False
    Certificate.objects.filter(pk=certificate.pk).update(warned_days=step)
    if step:
        publish(CertificateExpiring(certificate_id=certificate.pk, days_left=days_left))
    else:
        publish(CertificateExpired(certificate_id=certificate.pk))
        products_changed(covered_ids(certificate))
    return True


def _let_begin(today: date) -> None:
    begun = Certificate.objects.current().filter(valid_from__gt=today - _LOOK_BACK, valid_from__lte=today)
    products_changed({product_id for certificate in begun for product_id in covered_ids(certificate)})
