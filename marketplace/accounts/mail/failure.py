"""What an error of the mail server means for the letter at hand, and for those behind it."""

from enum import Enum
from smtplib import (
    SMTPDataError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)


class Failure(Enum):
    NEVER = "never"
    """The server will not take this letter, however often it is asked (5yz, RFC 5321 §4.2.1)."""
    LATER = "later"
    """This letter not now; the next one may pass."""
    AWAY = "away"
    """The server is not there, or does not know us: nothing can be sent now."""


def failure_of(error: Exception) -> Failure:
    """Only what is said of the recipient or the content condemns a letter; our own misconfiguration never does."""
    match error:
        case SMTPServerDisconnected():
            return Failure.AWAY
        case SMTPRecipientsRefused():
            return (
                Failure.NEVER if all(_is_final(code) for code, _words in error.recipients.values()) else Failure.LATER
            )
        case SMTPDataError():
            return Failure.NEVER if _is_final(error.smtp_code) else Failure.LATER
        case SMTPSenderRefused():
            return Failure.AWAY
        case SMTPException() | OSError():
            return Failure.AWAY
    return Failure.LATER


def described(error: Exception) -> str:
    """The kind of error and the server's code. Its words may quote the address, so they are left out."""
    codes: list[int] = []
    if isinstance(error, SMTPRecipientsRefused):
        codes = sorted({code for code, _words in error.recipients.values()})
    elif isinstance(error, SMTPResponseException):
        codes = [error.smtp_code]
    return " ".join([type(error).__name__, *map(str, codes)])[:300]


def _is_final(code: int) -> bool:
    return 500 <= code < 600
