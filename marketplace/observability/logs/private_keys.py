"""Which facts of a log line are never shown, by the names of their keys."""

import re
from functools import lru_cache

HIDDEN = "[hidden]"

_WHOLE = frozenset({
    "address", "author", "bic", "body", "buyer", "card", "city", "contact", "customer", "cvc", "data", "fax", "headers",
    "ip", "latitude", "longitude", "mail", "params", "payload", "pin", "postcode", "recipient", "sender", "signature",
    "street", "subject", "to", "url", "user", "username", "variables", "zip",
})  # fmt: skip
_PART = re.compile(
    r"api_?key|authorization|birth|cookie|credential|csrf|e_?mail|first_?name|full_?name|iban|ident|ip_?addr|jwt|"
    r"last_?name|legal_?name|passw|passport|password|phone|postal|private|query_?string|secret|session|street|"
    r"swift|tax_?code|token|user_?agent|account_?number|account_?holder|company_?name|recipient"
)


@lru_cache(maxsize=2048)
def is_private(key: str) -> bool:
    """Whether the value under this key is hidden, whatever it is."""
    folded = key.lower().replace("-", "_")
    return folded in _WHOLE or _PART.search(folded) is not None
