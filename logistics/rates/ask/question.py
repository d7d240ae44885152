"""What one carrier is asked, on whose account."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property

from django.utils.crypto import salted_hmac

from logistics.carrier import Account, Carrier, Quote
from logistics.consignment import Consignment
from logistics.consignment_json import consignment_to_json

# An answer that an older edition of the program kept must not be read as one of today's shape.
_SHAPE = [field.name for field in fields(Quote)]


@dataclass(frozen=True, eq=False)
class Question:
    """Equal to itself only: two of the same `digest` ask the same."""

    carrier: Carrier
    account: Account
    consignment: Consignment
    on: date

    @property
    def is_far(self) -> bool:
        """The carrier has to be called; one without an account answers from what is here."""
        return bool(self.carrier.account_fields)

    @cached_property
    def digest(self) -> str:
        """The same for the same question, and tells nobody anything: keyed, as it covers addresses and credentials."""
        account = self.account
        asked = [
            self.carrier.code,
            [account.key, account.seller_id, account.test, sorted(account.settings.items())],
            self.on.isoformat(),
            consignment_to_json(self.consignment),
            _SHAPE,
        ]
        return salted_hmac("logistics.rates.ask", json.dumps(asked, sort_keys=True), algorithm="sha256").hexdigest()
