"""One letter to one user, in the user's language."""

import re
from dataclasses import dataclass
from datetime import datetime

from i18n.messages import gettext
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Link
from marketplace.accounts.mail.post import post
from marketplace.accounts.user import User


@dataclass(frozen=True, slots=True)
class LetterText:
    """Message ids; the body is one text, so that translators have its sentences in their order."""

    subject: str
    body: str
    kind: str = ""
    """What operators see it listed as: ``ACCOUNT_CONFIRM``."""


_LIKE_AN_ADDRESS = re.compile(r"[/:@\\]|\w\.\w{2}")


def greeted(user: User) -> str:
    """The user's name; the e-mail address for one in which mail programs would see a link.

    Whoever registers chooses the name, and the first letter goes to an address that nobody has confirmed.
    """
    name = user.full_name
    return user.email if not name or _LIKE_AN_ADDRESS.search(name) else name


def write_to(user: User, letter: LetterText, *, good_until: datetime | None = None, **params: object) -> None:
    """Post ``letter`` to ``user``; what it offers ends at ``good_until``."""
    params = {"name": greeted(user), **params}
    write_to_address(user.email, user.language, letter, good_until=good_until, **params)


def write_to_address(
    email: str, language: str, letter: LetterText, *, good_until: datetime | None = None, **params: object
) -> None:
    """The same to somebody who may have no account."""
    post(composed(letter, language, **params), to=email, kind=letter.kind, good_until=good_until)


def composed(letter: LetterText, language: str, **params: object) -> Letter:
    """The letter in a language. A paragraph that is nothing but the link is a button in HTML, named as the subject."""
    subject = gettext(language, letter.subject, **params)
    link = str(params.get("link", ""))
    paragraphs = gettext(language, letter.body, **params).split("\n\n")
    body = [Link(link, subject) if link and text == link else text for text in paragraphs]
    return Letter(subject=subject, language=language, body=body)
