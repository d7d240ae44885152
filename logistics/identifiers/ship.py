"""Numbers of ships (IMO resolution A.1117(30)): seven digits that stay with the hull for life."""

from stdnum import imo
from stdnum.exceptions import ValidationError

from logistics.identifiers.bad_identifier import BadIdentifier


def ship_number(text: str) -> str:
    """The seven digits, with or without "IMO" before them; raises `BadIdentifier`."""
    try:
        return str(imo.validate(text))
    except ValidationError:
        raise BadIdentifier("IMO", text) from None
