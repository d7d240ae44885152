"""``register_visitor``: somebody wants to come; who reads the mail of the address decides.

1. What was typed is checked; nothing about the address is looked at before.
2. A new address is written down, unconfirmed, and gets a letter with its link.
3. An unconfirmed one is written down anew: until somebody confirms, the last registration counts.
4. A confirmed one stays as it is, and its link is sent again.

The caller cannot tell which of the three happened: who is registered is nobody's business. Somebody who is signed in
and gives the account's own confirmed address is registered at once.
"""

from datetime import datetime

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.expo.editions.registration import RegistrationAudience, registration_open
from marketplace.expo.exhibition import Expo
from marketplace.expo.locks import lock_visitor
from marketplace.expo.visitors.confirm import confirm_visitor
from marketplace.expo.visitors.consents import set_consents
from marketplace.expo.visitors.entry import VisitorEntry, clean_visitor, visitor_problems
from marketplace.expo.visitors.events import VisitorLinkAsked, VisitorRegistered
from marketplace.expo.visitors.visitor import Visitor


def register_visitor(*, expo: Expo, entry: VisitorEntry, now: datetime, user: User | None = None) -> Visitor:
    """Raises ``Refused``; never because of who is registered. See the steps above."""
    values = clean_visitor(entry.as_values())
    refuse_any(visitor_problems(values))
    if not registration_open(expo, RegistrationAudience.VISITOR, now):
        raise Refused(Problem("expo_id", "CLOSED", _("Registration for this fair is not open.")))
    with transaction.atomic():
        made, _is_new = Visitor.objects.get_or_create(
            expo=expo, email=values["email"], defaults={"registered_at": now, "country": values["country"]}
        )
        visitor = lock_visitor(made.pk)
        if visitor.confirmed_at is not None:
            publish(VisitorLinkAsked(visitor_id=visitor.pk))
            return visitor
        return _write_down(visitor, values, entry, now, user)


def _write_down(
    visitor: Visitor, values: dict[str, object], entry: VisitorEntry, now: datetime, user: User | None
) -> Visitor:
    for name, value in values.items():
        setattr(visitor, name, value)
    visitor.registered_at = now
    visitor.refresh_search_text()
    visitor.save()
    set_consents(visitor=visitor, purposes=entry.consents, language=entry.read_in, now=now)
    if user is not None and user.is_confirmed and user.email == visitor.email:
        return confirm_visitor(visitor=visitor, now=now)
    publish(VisitorRegistered(visitor_id=visitor.pk))
    return visitor


def send_link(*, expo: Expo, email: str) -> None:
    """Mail the visitor of this address their link, if there is one; the caller cannot tell."""
    clean = clean_visitor({"email": email})
    refuse_any(visitor_problems(clean))
    with transaction.atomic():
        visitor = Visitor.objects.filter(expo=expo, **clean).first()
        if visitor is not None:
            publish(VisitorLinkAsked(visitor_id=visitor.pk))
