"""Who translated, as the owner's people see it."""

from collections.abc import Sequence

from marketplace.accounts.models import User


def names_of(translators: Sequence[str]) -> list[str]:
    """``user:12`` as that person's name, in one query; engines and files as they are written down."""
    ids = [user_id for translator in set(translators) if (user_id := _user_id(translator)) is not None]
    names = {user.pk: user.full_name for user in User.objects.filter(pk__in=ids)} if ids else {}
    return [
        translator if (user_id := _user_id(translator)) is None else names.get(user_id, "")
        for translator in translators
    ]


def _user_id(translator: str) -> int | None:
    kind, _, number = translator.partition(":")
    return int(number) if kind == "user" and number.isdigit() and len(number) < 19 else None
