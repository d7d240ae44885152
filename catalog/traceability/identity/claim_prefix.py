"""``claim_company_prefix``, ``verify_company_prefix`` and ``refuse_company_prefix``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone

from catalog.traceability.identity.company_prefix import CompanyPrefix, prefix_of
from catalog.traceability.identity.events import CompanyPrefixChanged
from catalog.traceability.identity.prefix_digits import SHORTEST, prefix_digits
from marketplace.events.publish import publish

if TYPE_CHECKING:
    from marketplace.accounts.models import User


class PrefixTaken(ValueError):
    """Another seller here uses it, or one that begins with it or that it begins with: their numbers would clash."""

    def __init__(self, prefix: str) -> None:
        super().__init__(f"the prefix {prefix} belongs to another seller")
        self.prefix = prefix


def claim_company_prefix(
    *, seller_id: int, prefix: str, evidence: str = "", by: User | None = None
) -> CompanyPrefix | None:
    """The seller's from now on, not verified yet; empty gives up the present one. The same again changes nothing.

    Raises ``BadCompanyPrefix`` and `PrefixTaken`.
    """
    wanted = prefix_digits(prefix) if prefix.strip() else ""
    present = prefix_of(seller_id)
    if present is not None and present.prefix == wanted and (not evidence or present.evidence == evidence):
        return present
    try:
        with transaction.atomic():
            _end(CompanyPrefix.objects.current().filter(seller_id=seller_id), reason="")
            _refuse_clash(seller_id, wanted)
            publish(CompanyPrefixChanged(seller_id=seller_id))
            if not wanted:
                return None
            return CompanyPrefix.objects.create(
                seller_id=seller_id, prefix=wanted, evidence=evidence.strip(), claimed_by=by
            )
    except IntegrityError as error:
        raise PrefixTaken(wanted) from error


def verify_company_prefix(*, prefix: CompanyPrefix, by: User) -> CompanyPrefix:
    """The operator has seen the evidence. One that has ended stays as it is."""
    CompanyPrefix.objects.current().filter(pk=prefix.pk, verified_at__isnull=True).update(
        verified_at=timezone.now(), verified_by=by
    )
    prefix.refresh_from_db()
    return prefix


def refuse_company_prefix(*, prefix: CompanyPrefix, by: User, reason: str) -> CompanyPrefix:
    """The operator takes it from the seller, so that whose it is can claim it."""
    with transaction.atomic():
        if _end(CompanyPrefix.objects.current().filter(pk=prefix.pk), reason=reason.strip(), by=by):
            publish(CompanyPrefixChanged(seller_id=prefix.seller_id))
    prefix.refresh_from_db()
    return prefix


def _end(rows: models.QuerySet[CompanyPrefix], *, reason: str, by: User | None = None) -> int:
    values: dict[str, object] = {"ended_at": timezone.now(), "end_reason": reason}
    if by is not None:
        values["verified_by"] = by
    return rows.update(**values)


def _refuse_clash(seller_id: int, prefix: str) -> None:
    begins = Q(prefix__in=[prefix[:length] for length in range(SHORTEST, len(prefix))]) | Q(prefix__startswith=prefix)
    if prefix and CompanyPrefix.objects.current().filter(begins).exclude(seller_id=seller_id).exists():
        raise PrefixTaken(prefix)
