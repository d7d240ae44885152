"""Names of people, as they are stored: one line, printable, of bounded length."""

LONGEST_NAME = 150


class NameTooLong(ValueError):
    """More characters than a name may have."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field
        self.limit = LONGEST_NAME


def tidy_name(name: str, *, field: str) -> str:
    """``name`` on one line. Raises `NameTooLong`, which says the ``field`` it is about."""
    tidy = " ".join("".join(character if character.isprintable() else " " for character in name).split())
    if len(tidy) > LONGEST_NAME:
        raise NameTooLong(field)
    return tidy
