"""What a password must be: Django's validators, their verdicts as codes and translatable messages."""

from dataclasses import dataclass, field

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from i18n.messages import gettext_noop as _
from marketplace.accounts.user import User

LONGEST_PASSWORD = 128
"""Longer ones would only cost hashing time."""

_VERDICTS = {
    "password_too_short": ("PASSWORD_TOO_SHORT", _("A password needs at least %(min_length)s characters.")),
    "password_too_common": ("PASSWORD_TOO_COMMON", _("This password is one of the most used; choose another.")),
    "password_entirely_numeric": ("PASSWORD_ENTIRELY_NUMERIC", _("A password of digits only is too weak.")),
    "password_too_similar": ("PASSWORD_TOO_SIMILAR", _("The password is too similar to your name or e-mail address.")),
}
PASSWORD_CODES = ("PASSWORD_TOO_LONG", "PASSWORD_INVALID", *(code for code, _message in _VERDICTS.values()))


@dataclass(frozen=True, slots=True)
class PasswordProblem:
    code: str
    message: str
    params: dict[str, object] = field(default_factory=dict)


class WeakPassword(Exception):
    """The password breaks one or more rules."""

    def __init__(self, problems: list[PasswordProblem]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


def check_password_rules(password: str, user: User) -> None:
    """Raise `WeakPassword` unless ``password`` will do for ``user`` (stored or not)."""
    if len(password) > LONGEST_PASSWORD:
        message = _("A password has at most %(limit)s characters.")
        raise WeakPassword([PasswordProblem("PASSWORD_TOO_LONG", message, {"limit": LONGEST_PASSWORD})])
    try:
        validate_password(password, user)
    except ValidationError as failure:
        raise WeakPassword([_problem(verdict) for verdict in failure.error_list]) from None


def _problem(verdict: ValidationError) -> PasswordProblem:
    unknown = ("PASSWORD_INVALID", _("This password cannot be used."))
    code, message = _VERDICTS.get(verdict.code or "", unknown)
    return PasswordProblem(code, message, dict(verdict.params or {}))
