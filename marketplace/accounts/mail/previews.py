"""Every letter of the marketplace as it looks, with made-up data: for whoever answers for what is written to people."""

from collections.abc import Callable, Mapping

from marketplace.accounts.mail.letter import Letter

Sample = Callable[[str], Letter]
"""Composes the letter in a language, out of data about nobody; reads no database."""

_samples: dict[str, Sample] = {}


class NoSuchLetter(LookupError):
    """No letter has this name."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"there is no letter {kind!r}")
        self.kind = kind


def register_samples(samples: Mapping[str, Sample]) -> None:
    """Make letters known by their kinds; a kind that ends in ``:…`` is one of several forms of a letter."""
    _samples.update(samples)


def letter_kinds() -> list[str]:
    return sorted(_samples)


def sample_letter(kind: str, language: str) -> Letter:
    """Raises ``NoSuchLetter``."""
    try:
        return _samples[kind](language)
    except KeyError:
        raise NoSuchLetter(kind) from None
