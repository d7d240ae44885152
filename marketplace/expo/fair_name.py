"""``fair_name``: what a fair is called in a language, for letters and papers."""

from i18n.translate import localize
from marketplace.expo.exhibition import Expo


def fair_name(expo: Expo, language: str) -> str:
    (texts,) = localize(
        subject=Expo.SUBJECT,
        rows=[expo],
        fields=["name"],
        language=language,
        source_language=lambda row: row.source_language,
    )
    found = texts["name"]
    return found.text if found is not None else expo.name
