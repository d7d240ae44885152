"""What registrations refuse, as errors of mutations."""

from marketplace.accounts.graphql.errors import ATTEMPTS, ATTEMPTS_CODES, SECONDS
from marketplace.expo.graphql.errors import REFUSED

KNOWN = {**REFUSED, **ATTEMPTS}
CODES = ("CLOSED", *ATTEMPTS_CODES)

__all__ = ["CODES", "KNOWN", "REFUSED", "SECONDS"]
