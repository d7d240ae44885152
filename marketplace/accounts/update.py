"""``update_account``: the name one is written to by, and the language."""

from i18n.languages import language as known_language
from marketplace.accounts.user import User


def update_account(
    *, user: User, first_name: str | None = None, last_name: str | None = None, language: str | None = None
) -> User:
    """Change what is given; ``None`` leaves it. Raises ``UnknownLanguage``."""
    if first_name is not None:
        user.first_name = first_name.strip()
    if last_name is not None:
        user.last_name = last_name.strip()
    if language is not None:
        user.language = known_language(language).code
    user.save(update_fields=["first_name", "last_name", "language"])
    return user
