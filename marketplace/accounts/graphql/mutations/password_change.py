"""``passwordChange``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.errors import PROOF_CODES, WEAK_PASSWORD_CODES
from marketplace.accounts.passwords.change import WrongPassword, change_password
from marketplace.graphql import SIGNED_IN, InputError, Mutation, String


class PasswordChange(Mutation):
    """Replace one's password. All devices are signed out, this one too."""

    class Arguments:
        old_password = String(required=True)
        new_password = String(required=True)

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        error_codes = (*PROOF_CODES, *WEAK_PASSWORD_CODES)
        known_errors = {
            **errors.PROOF,
            **errors.WEAK_PASSWORD,
            WrongPassword: lambda refusal: InputError(
                _("This is not your password."), field="old_password", code="INVALID_PASSWORD"
            ),
        }

    @classmethod
    def perform(cls, info: Any, *, old_password: str, new_password: str) -> dict[str, Any]:
        change_password(user=signed_in_user(info), old_password=old_password, new_password=new_password)
        return {}
