"""One letter to one user, in the user's language."""

import re
from dataclasses import dataclass

from django.core.mail import EmailMessage

from i18n.messages import gettext
from marketplace.accounts.user import User


@dataclass(frozen=True, slots=True)
class Letter:
    """Message ids; the body is one text, so that translators have its sentences in their order."""

    subject: str
    body: str


_LIKE_AN_ADDRESS = re.compile(r"[/:@\\]|\w\.\w{2}")


def greeted(user: User) -> str:
    """The user's name; the e-mail address for one in which mail programs would see a link.

    Whoever registers chooses the name, and the first letter goes to an address that nobody has confirmed.
    """
    name = user.full_name
    return user.email if not name or _LIKE_AN_ADDRESS.search(name) else name


def write_to(user: User, letter: Letter, **params: object) -> None:
    """Send ``letter`` to ``user``. Raises what the mail server raises, so that delivery is tried again."""
    write_to_address(user.email, user.language, letter, **{"name": greeted(user), **params})


def write_to_address(email: str, language: str, letter: Letter, **params: object) -> None:
    """The same to somebody who may have no account."""
    subject = " ".join(gettext(language, letter.subject, **params).split())
    body = gettext(language, letter.body, **params)
    EmailMessage(subject=subject, body=body, to=[email], headers={"Content-Language": language}).send()
