"""Letters about orders have the form that every letter of the marketplace has."""

from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Rows

__all__ = ["Letter", "Rows"]
