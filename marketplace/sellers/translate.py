"""``translate_seller``: name, tagline and story in another language."""

from collections.abc import Mapping

from django.db import transaction

from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.translate import set_translation
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.sellers.events import SellerUpdated
from marketplace.sellers.profile import InvalidProfile, ProfileProblem, check_texts, tidy_text
from marketplace.sellers.seller import Seller

FIELDS = ("name", "tagline", "story")


def translate_seller(*, seller: Seller, language: str, texts: Mapping[str, str], by: User) -> None:
    """Store a person's translation; an empty text removes one, a field not named keeps its own.

    Raises `InvalidProfile`, also for the language the seller writes in, whose texts are no translations.
    """
    tidied = {name: tidy_text(texts[name], lines=name == "story") for name in FIELDS if name in texts}
    problems = check_texts(tidied, required=())
    if language not in LANGUAGES:
        problems.append(ProfileProblem("language_code", "INVALID", _("Choose one of the list.")))
    elif language == seller.source_language:
        message = _("The texts in this language are the originals; change them in the profile.")
        problems.append(ProfileProblem("language_code", "INVALID", message))
    if problems:
        raise InvalidProfile(problems)
    with transaction.atomic():
        set_translation(
            subject=Seller.SUBJECT,
            object_id=seller.pk,
            language=language,
            texts=tidied,
            translator=f"user:{by.pk}",
        )
        publish(SellerUpdated(seller_id=seller.pk))
