"""One letter to one user, in the user's language."""

from dataclasses import dataclass

from django.core.mail import EmailMessage

from i18n.messages import gettext
from marketplace.accounts.user import User


@dataclass(frozen=True, slots=True)
class Letter:
    """Message ids; the body is one text, so that translators have its sentences in their order."""

    subject: str
    body: str


def write_to(user: User, letter: Letter, **params: object) -> None:
    """Send ``letter`` to ``user``. Raises what the mail server raises, so that delivery is tried again."""
    named = {"name": user.full_name or user.email, **params}
    subject = " ".join(gettext(user.language, letter.subject, **named).split())
    body = gettext(user.language, letter.body, **named)
    EmailMessage(subject=subject, body=body, to=[user.email], headers={"Content-Language": user.language}).send()
