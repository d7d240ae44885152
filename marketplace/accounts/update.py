"""``update_account``: the name one is written to by, and the language."""

from collections.abc import Mapping

from i18n.languages import language as known_language
from marketplace.accounts.metadata import merged
from marketplace.accounts.names import tidy_name
from marketplace.accounts.user import User


def update_account(
    *,
    user: User,
    first_name: str | None = None,
    last_name: str | None = None,
    language: str | None = None,
    metadata: Mapping[str, str] | None = None,
) -> User:
    """Change what is given; ``None`` leaves it. Raises `NameTooLong`, ``UnknownLanguage``, `TooMuchMetadata`."""
    if first_name is not None:
        user.first_name = tidy_name(first_name, field="first_name")
    if last_name is not None:
        user.last_name = tidy_name(last_name, field="last_name")
    if language is not None:
        user.language = known_language(language).code
    if metadata:
        user.metadata = merged(user.metadata, metadata)
    user.save(update_fields=["first_name", "last_name", "language", "metadata"])
    return user
