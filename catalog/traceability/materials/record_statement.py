"""``record_statement``: keep the number of the due diligence statement that an importer has filed for a lot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from catalog.traceability.lot import Lot
from catalog.traceability.materials.due_diligence import DueDiligenceStatement
from i18n.messages import gettext_noop as _

if TYPE_CHECKING:
    from marketplace.accounts.models import User

_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z./-]{3,39}", re.ASCII)


def record_statement(
    *, lot: Lot, reference_number: str, verification_number: str, operator: str, by: User | None
) -> DueDiligenceStatement:
    """A number that is kept already gets the newer words of it. Raises ``Refused``."""
    number, proof, who = reference_number.strip(), verification_number.strip(), operator.strip()
    problems = []
    if not _NUMBER.fullmatch(number):
        problems.append(
            Problem("reference_number", "INVALID", _("The reference number has 4 to 40 letters and digits."))
        )
    if proof and not _NUMBER.fullmatch(proof):
        message = _("The verification number has 4 to 40 letters and digits.")
        problems.append(Problem("verification_number", "INVALID", message))
    if not 0 < len(who) <= 200:
        problems.append(Problem("operator", "REQUIRED", _("Say who filed the statement.")))
    refuse_any(problems)
    with transaction.atomic():
        statement, _created = DueDiligenceStatement.objects.update_or_create(
            lot=lot,
            reference_number=number,
            defaults={"verification_number": proof, "operator": who, "recorded_by": by},
        )
    return statement
