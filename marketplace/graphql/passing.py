"""Troubles that pass by themselves: the database is restarting or busy, a line was cut, the disk is full.

Nothing is broken then and nothing was done: whoever asks again in a moment, with the same idempotency key where there
is one, is served. They are told so instead of a number to ask about.
"""

import errno

import structlog
from django.db import InterfaceError, OperationalError

from marketplace.graphql.errors import KnownError, _

log = structlog.get_logger("marketplace.graphql")
RETRY_AFTER = 5
"""Seconds after which a program may ask again."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class ServiceUnavailable(KnownError):
    """Ask the same again, soon."""

    code = "SERVICE_UNAVAILABLE"

    def __init__(self) -> None:
        message = _("The marketplace cannot do this at the moment. Nothing was lost: please try again in a minute.")
        super().__init__(message, extensions={"retryAfter": RETRY_AFTER})


def is_passing(error: BaseException) -> bool:
    """Also for a lock that was waited for in vain and a deadlock, which databases report as operational errors."""
    if isinstance(error, OperationalError | InterfaceError):
        return True
    return isinstance(error, OSError) and error.errno in _FULL


def unavailable(error: BaseException) -> ServiceUnavailable:
    """What whoever asks is told instead; the log keeps the kind of error."""
    log.warning("graphql_unavailable", error_type=type(error).__qualname__)
    return ServiceUnavailable()
