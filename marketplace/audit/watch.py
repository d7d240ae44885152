"""Look on while mutations run: write down what staff ask for, and keep impersonators from what is not theirs to do.

1. Nobody is watched but people with a right over others, whoever looks through somebody else's eyes, and sign-ins.
2. What an impersonator may not do is refused before it begins, and written down.
3. Work of one transaction is written down inside of it. Work of several is written down before it begins, too.
4. A refusal is written down when everything else has been rolled back.
"""

from typing import Any

from graphql import GraphQLError

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.audit.entry import AuditOutcome
from marketplace.audit.in_person import ONLY_IN_PERSON
from marketplace.audit.record import Asked, record
from marketplace.graphql.errors import PermissionDenied
from marketplace.graphql.named import answered_objects, given_fields, given_objects
from marketplace.graphql.watch import REFUSED_WITH, Settle, Settled

ASKED, WRITTEN = "audit.asked", "audit.written"
SIGN_INS = frozenset({"tokenCreate"})
QUIET = frozenset({"tokenRefresh", "tokenVerify"})
"""Asked by programs every few minutes; nothing is changed by them."""


class OnlyInPerson(PermissionDenied):
    """Somebody who looks through another's eyes asked for what only that person may do."""

    code = "ONLY_IN_PERSON"


class AuditWatch:
    """The watch of the public API."""

    def around(self, info: Any, arguments: dict[str, Any], settle: Settle) -> Settled:
        context = info.context
        if not _is_watched(context, info.field_name):
            return settle()
        asked = _asked(info, arguments)
        context.cache[ASKED], context.cache[WRITTEN] = asked, False
        try:
            if context.impersonator is not None and info.field_name in ONLY_IN_PERSON:
                return _not_in_person(info, asked)
            if not info.return_type.graphene_type._meta.atomic:
                record(asked, AuditOutcome.STARTED, now=context.now)
            return _run(context, asked, settle)
        finally:
            context.cache.pop(ASKED, None)

    def done(self, info: Any, payload: Any) -> None:
        """In the transaction of the work. A sign-in is of whom it signed in."""
        asked: Asked | None = info.context.cache.get(ASKED)
        if asked is None:
            return
        if asked.operation in SIGN_INS and isinstance(info.context.actor, User):
            asked.actor = info.context.actor
        asked.objects += answered_objects(info, payload)
        record(asked, AuditOutcome.DONE, now=info.context.now)
        info.context.cache[WRITTEN] = True


def _is_watched(context: Any, operation: str) -> bool:
    if operation in QUIET:
        return False
    is_staff = isinstance(context.actor, User) and context.actor.is_staff
    return is_staff or context.impersonator is not None or operation in SIGN_INS


def _asked(info: Any, arguments: dict[str, Any]) -> Asked:
    context = info.context
    person = context.actor if isinstance(context.actor, User) else None
    real = context.impersonator
    return Asked(
        operation=info.field_name,
        request_id=context.request_id,
        actor=real if real is not None else person,
        acting_for=person if real is not None else None,
        fields=given_fields(info, arguments),
        objects=given_objects(info, arguments),
    )


def _run(context: Any, asked: Asked, settle: Settle) -> Settled:
    try:
        value, errors = settle()
    except Exception:  # whatever it was is written down and goes on its way
        record(asked, AuditOutcome.FAILED, now=context.now)
        raise
    if not context.cache.get(WRITTEN):
        _write_refusal(context, asked, errors)
    return value, errors


def _write_refusal(context: Any, asked: Asked, errors: list[GraphQLError]) -> None:
    """Neither done nor refused is the stored answer to a request that was sent again: nothing happened."""
    codes = context.cache.get(REFUSED_WITH) or [_code(error) for error in errors]
    if codes:
        failed = "INTERNAL_ERROR" in codes
        record(asked, AuditOutcome.FAILED if failed else AuditOutcome.REFUSED, now=context.now, codes=codes)


def _code(error: GraphQLError) -> str:
    cause = error.original_error or error
    return str(getattr(cause, "code", "") or (error.extensions or {}).get("code") or "INTERNAL_ERROR")


def _not_in_person(info: Any, asked: Asked) -> Settled:
    record(asked, AuditOutcome.REFUSED, now=info.context.now, codes=[OnlyInPerson.code])
    refusal = OnlyInPerson(_("Only the person can do this. You are looking at the pages with their eyes."))
    path = info.path.as_list() if info.path else None
    return None, [GraphQLError(str(refusal), info.field_nodes, path=path, original_error=refusal)]
