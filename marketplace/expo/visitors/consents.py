"""``set_consents``: what a visitor agrees to from now on; every purpose by itself."""

from collections.abc import Collection
from datetime import datetime

from marketplace.expo.visitors.visitor import ConsentPurpose, Visitor, VisitorConsent
from marketplace.expo.visitors.wording import wordings_now


def set_consents(*, visitor: Visitor, purposes: Collection[str], now: datetime) -> None:
    """Give those that are new under today's wording, take back those left out; the others stay as they were given.

    Runs under the visitor's lock. What was given is never overwritten: the rows tell when each was in force.
    """
    wanted = {ConsentPurpose(purpose) for purpose in purposes}
    in_force = VisitorConsent.objects.filter(visitor=visitor, withdrawn_at__isnull=True)
    given = set(in_force.values_list("purpose", flat=True))
    in_force.exclude(purpose__in=wanted).update(withdrawn_at=now)
    VisitorConsent.objects.bulk_create(
        VisitorConsent(visitor=visitor, purpose=purpose, wording_version=wording.version, given_at=now)
        for purpose, wording in wordings_now().items()
        if purpose in wanted - given
    )
