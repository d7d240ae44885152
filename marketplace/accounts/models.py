"""The tables of accounts, each told in the file of its subject."""

from marketplace.accounts.addresses.address import Address, SavedAddress
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.impersonation.impersonation import Impersonation
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.accounts.people.block import AccountBlock
from marketplace.accounts.sessions.session import Session
from marketplace.accounts.tokens.refresh_token import RefreshToken
from marketplace.accounts.two_factor.recovery_code import RecoveryCode
from marketplace.accounts.user import User

__all__ = [
    "AccountBlock",
    "Address",
    "ConsentRecord",
    "Impersonation",
    "OutgoingLetter",
    "RecoveryCode",
    "RefreshToken",
    "SavedAddress",
    "Session",
    "User",
]
