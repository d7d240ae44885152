"""Numbers of freight containers (ISO 6346): owner, category, serial, check digit, as in ``CSQU 305438 3``."""

from stdnum import iso6346
from stdnum.exceptions import ValidationError

from logistics.identifiers.bad_identifier import BadIdentifier


def container_number(text: str) -> str:
    """In its compact form; raises `BadIdentifier`."""
    try:
        return str(iso6346.validate(text))
    except ValidationError:
        raise BadIdentifier("ISO 6346", text) from None
