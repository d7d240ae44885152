"""``set_organiser``: who signs a fair's contracts, and where its invoices are paid."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.exhibition import Expo
from marketplace.expo.locks import lock_expo
from marketplace.expo.packages.organiser import Organiser

LIMITS = {
    "name": 250,
    "address": 400,
    "tax_code": 20,
    "representative": 120,
    "email": 254,
    "phone": 40,
    "bank_name": 200,
    "bank_account_holder": 200,
    "bank_account_number": 40,
    "bic": 11,
    "number_prefix": 20,
}
NEEDED = ("name", "address", "tax_code", "bank_name", "bank_account_holder", "bank_account_number", "number_prefix")


def set_organiser(*, expo: Expo, values: Mapping[str, Any]) -> Organiser:
    """Write it down, or change the given fields; papers made before keep what they say. Raises ``Refused``."""
    given = texts.tidied({name: value for name, value in values.items() if value is not None})
    with transaction.atomic():
        lock_expo(expo.pk)
        row = Organiser.objects.filter(expo=expo).first() or Organiser(expo=expo)
        refuse_any(_problems(row, given))
        for name, value in given.items():
            setattr(row, name, value)
        row.save()
    return row


def _problems(row: Organiser, given: Mapping[str, Any]) -> list[Problem]:
    problems = texts.lengths(given, LIMITS) + texts.contact(given)
    problems += [texts.required(name) for name in NEEDED if not given.get(name, getattr(row, name))]
    prefix = given.get("number_prefix", row.number_prefix)
    if prefix and not (prefix.isascii() and prefix.replace("-", "").isalnum()):
        problems.append(texts.invalid("number_prefix", _("Letters from A to Z, digits and hyphens only.")))
    if row.pk and prefix != row.number_prefix and FairPaper.objects.filter(expo_id=row.expo_id).exists():
        problems.append(texts.invalid("number_prefix", _("Papers carry this prefix already; it stays.")))
    if not 0 <= given.get("days_to_pay", 14) <= 365:
        problems.append(texts.invalid("days_to_pay", _("Between 0 and 365 days.")))
    return problems
