"""Look on while mutations run and refuse those of a caller who has had enough of them; then the next watch looks on.

A caller is the person who is signed in, or else the address; this machine's own address is nobody. All of a limit's
mutations are counted together, each alias of a document for itself.
"""

import ipaddress
from typing import Any

from graphql import GraphQLError

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.accounts.sign_in.attempts import TooManyAttempts, client_key, count_attempt
from marketplace.graphql.errors import KnownError
from marketplace.graphql.watch import Settle, Settled, Watch
from marketplace.mutation_limits.table import LIMITS


class TooManyRequests(KnownError):
    """Nothing was done; ``extensions.seconds`` says when it may be tried again."""

    code = "TOO_MANY_REQUESTS"


class LimitWatch:
    """In front of another watch."""

    def __init__(self, inner: Watch) -> None:
        self._inner = inner

    def around(self, info: Any, arguments: dict[str, Any], settle: Settle) -> Settled:
        limit = LIMITS.get(info.field_name)
        if limit is not None:
            try:
                count_attempt(limit, caller_of(info.context))
            except TooManyAttempts as enough:
                return None, [_refusal(info, enough)]
        return self._inner.around(info, arguments, settle)

    def done(self, info: Any, payload: Any) -> None:
        self._inner.done(info, payload)


def caller_of(context: Any) -> str:
    """Empty for nobody that could be counted: a request from this machine, or in process."""
    if isinstance(context.actor, User):
        return f"person {context.actor.pk}"
    key = client_key(context.client.ip)
    try:
        return "" if ipaddress.ip_address(context.client.ip).is_loopback else key
    except ValueError:
        return key


def _refusal(info: Any, enough: TooManyAttempts) -> GraphQLError:
    minutes = -(-enough.seconds // 60)
    refusal = TooManyRequests(
        _("You have done this very often in a short time. Try again in %(minutes)s min."),
        {"minutes": minutes},
        extensions={"seconds": enough.seconds},
    )
    path = info.path.as_list() if info.path else None
    return GraphQLError(
        str(refusal), info.field_nodes, path=path, original_error=refusal, extensions=refusal.extensions
    )
