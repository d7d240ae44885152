"""``create_party``, ``update_party`` and ``archive_party``: the address book of a seller's chain."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.refusal import Problem, Refused, refuse_any
from catalog.traceability.identity.gln import BadGln, check_gln
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.places.problems import gln_problem, taken_problem, too_long
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

if TYPE_CHECKING:
    from marketplace.sellers.models import Seller

_LENGTHS = {"name": 200, "address": 400, "email": 254, "phone": 40, "tax_code": 20, "value": 80}


@dataclass(frozen=True, slots=True)
class PartyData:
    """What a seller says of a partner. ``account`` is the seller here that it is, which may then read the chain."""

    name: str
    address: str = ""
    country: str = "VN"
    email: str = ""
    phone: str = ""
    language: str = "vi"
    tax_code: str = ""
    account: Seller | None = None
    scheme: Scheme = Scheme.INTERNAL
    value: str = ""
    is_public: bool = False


def create_party(*, seller: Seller, data: PartyData) -> TraceParty:
    """Raises `catalog.refusal.Refused` with every problem there is."""
    return _save(TraceParty(seller=seller), data)


def update_party(*, party: TraceParty, data: PartyData) -> TraceParty:
    """Raises as `create_party`."""
    return _save(party, data)


def archive_party(*, party: TraceParty) -> TraceParty:
    """It is offered for no further step; the steps that name it still do."""
    party.archived_at = party.archived_at or timezone.now()
    party.save(update_fields=["archived_at"])
    return party


def _save(party: TraceParty, data: PartyData) -> TraceParty:
    for name, value in _checked(party.seller_id, data).items():
        setattr(party, name, value)
    try:
        with transaction.atomic():
            party.save()
    except IntegrityError as error:
        raise Refused(taken_problem()) from error
    return party


def _checked(seller_id: int, data: PartyData) -> dict[str, Any]:
    checked = {field.name: getattr(data, field.name) for field in fields(data)}
    checked |= {name: checked[name].strip() for name in _LENGTHS}
    problems = [*too_long(data, _LENGTHS)]
    if not checked["name"]:
        problems.append(Problem("name", "REQUIRED", _("A partner has a name.")))
    if checked["email"] and not _is_email(checked["email"]):
        problems.append(Problem("email", "INVALID", _("This is not an e-mail address.")))
    if data.language not in LANGUAGES:
        problems.append(Problem("language", "INVALID", _("Choose a language of the marketplace.")))
    if data.account is not None and data.account.pk == seller_id:
        problems.append(Problem("account", "INVALID", _("You are not a partner of your own.")))
    if data.scheme == Scheme.GS1:
        try:
            checked["value"] = check_gln(data.value)
        except BadGln:
            problems.append(gln_problem())
    refuse_any(problems)
    return checked


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
