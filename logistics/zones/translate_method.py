"""``translate_method``: a delivery method's texts in another language."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from i18n.translate import set_translation
from logistics.zones.method import ShippingMethod
from logistics.zones.method_fields import LONGEST
from marketplace.accounts.models import User


class SourceLanguage(ValueError):
    """The texts were written in this language; they have no translation into itself."""

    def __init__(self, language: str) -> None:
        super().__init__(f"{language} is the language it was written in")
        self.language = language


def translate_method(*, method: ShippingMethod, language: str, texts: Mapping[str, str], by: User) -> None:
    """Store a person's translation; an empty text removes one. Raises ``SourceLanguage`` and `Refused`."""
    if language == method.source_language:
        raise SourceLanguage(language)
    for name, text in texts.items():
        if len(text) > LONGEST[name]:
            raise Refused(Problem(name, "INVALID", _("At most %(limit)s characters."), {"limit": LONGEST[name]}))
    set_translation(
        subject=ShippingMethod.SUBJECT,
        object_id=method.pk,
        language=language,
        texts={name: text.strip() for name, text in texts.items()},
        translator=f"user:{by.pk}",
    )
