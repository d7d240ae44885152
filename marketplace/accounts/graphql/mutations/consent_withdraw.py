"""``consentWithdraw``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.consents.withdraw import WithdrawnElsewhere, withdraw_consent
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.types.consent import Consent
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, Mutation, integer_key


class ConsentWithdraw(Mutation):
    """Take back one consent of one's own, with what was kept because of it. Twice changes nothing."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        known_errors = {
            WithdrawnElsewhere: lambda _refusal: InputError(
                _("This consent is taken back where it was given: on the page of the visit, or of the notices."),
                field="id",
                code="INVALID",
            )
        }

    consent = Field(Consent)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        key = integer_key(id, "Consent")
        record = withdraw_consent(user=signed_in_user(info), record_id=key or 0, now=info.context.now)
        if record is None:
            raise InputError(_("You have given no such consent."), field="id", code="NOT_FOUND")
        return {"consent": record}
