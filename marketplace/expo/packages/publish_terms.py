"""``publish_terms``: new terms for a fair, in one or more languages."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.exhibition import Expo
from marketplace.expo.locks import lock_expo
from marketplace.expo.packages.terms import TermsVersion, terms_of

LONGEST = 60_000
BINDING = "vi"
"""The language that contracts are read by; every version has it."""


def publish_terms(*, expo: Expo, wording: Mapping[str, str], by: User | None, now: datetime) -> TermsVersion:
    """The next version; the same words again are no new version. Raises ``Refused``."""
    clean = {code: text for code, given in wording.items() if (text := texts.tidy(given, lines=True))}
    refuse_any(_problems(clean))
    with transaction.atomic():
        lock_expo(expo.pk)
        latest = terms_of(expo)
        if latest is not None and latest.texts == clean:
            return latest
        number = latest.number + 1 if latest is not None else 1
        return TermsVersion.objects.create(expo=expo, number=number, texts=clean, published_at=now, published_by=by)


def _problems(wording: Mapping[str, str]) -> list[Problem]:
    problems = []
    if BINDING not in wording:
        problems.append(Problem("texts", "REQUIRED", _("Write the Vietnamese text too: contracts are read by it.")))
    if any(code not in LANGUAGES for code in wording):
        problems.append(texts.invalid("texts", _("Choose one of the list.")))
    if any(len(text) > LONGEST for text in wording.values()):
        problems.append(texts.invalid("texts", _("At most %(limit)s characters."), limit=LONGEST))
    return problems
