"""Exhibitors: written down, changed, translated, linked to a seller; and the products they show."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from catalog.models import Product
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations, set_translation
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.directory.words import refresh_words
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibit, Exhibitor
from marketplace.expo.locks import lock_expo
from marketplace.expo.plan.release import release_booths
from marketplace.sellers.models import Seller

LIMITS = {"name": 250, "description": 5_000, "website_url": 250, "email": 254, "phone": 40, "tax_code": 20}
MOST_CATEGORIES, LONGEST_CATEGORY = 10, 50
MOST_EXHIBITS = 200
FIELDS = ("name", "description")


@dataclass(frozen=True, slots=True)
class ExhibitorEntry:
    """An exhibitor as the directory lists it."""

    name: str
    country: str = "VN"
    tax_code: str = ""
    website_url: str = ""
    email: str = ""
    phone: str = ""
    description: str = ""
    source_language: str = "vi"
    categories: tuple[str, ...] = ()


def create_exhibitor(*, expo: Expo, entry: ExhibitorEntry, seller: Seller | None = None) -> Exhibitor:
    """Add an exhibitor to the directory. Raises ``Refused``."""
    values = clean_entry(dataclasses.asdict(entry))
    refuse_any(entry_problems(values))
    with transaction.atomic():
        lock_expo(expo.pk)
        refuse_any(_taken(expo.pk, values["tax_code"]))
        exhibitor = Exhibitor.objects.create(expo=expo, seller=seller, **values)
        refresh_words([exhibitor.pk])
        exhibitor.refresh_from_db(fields=["words_shown"])
    return exhibitor


def update_exhibitor(*, exhibitor: Exhibitor, changes: Mapping[str, Any]) -> Exhibitor:
    """Change the given fields of an `ExhibitorEntry`. Raises ``Refused``."""
    values = clean_entry({name: value for name, value in changes.items() if value is not None})
    refuse_any(entry_problems(values))
    with transaction.atomic():
        lock_expo(exhibitor.expo_id)
        locked = Exhibitor.objects.get(pk=exhibitor.pk)
        refuse_any(_taken(locked.expo_id, values.get("tax_code", ""), but=locked.pk))
        for name, value in values.items():
            setattr(locked, name, value)
        locked.save()
        refresh_words([locked.pk])
        locked.refresh_from_db(fields=["words_shown"])
    return locked


def translate_exhibitor(
    *, exhibitor: Exhibitor, language: str, texts_given: Mapping[str, str], by: User | None = None
) -> None:
    """Store name or description in another language. Raises ``Refused``."""
    given = texts.tidied({name: texts_given[name] for name in FIELDS if name in texts_given})
    problems = texts.lengths(given, LIMITS) + texts.language({"language_code": language}, "language_code")
    if language == exhibitor.source_language:
        message = _("The texts in this language are the originals; change them there.")
        problems.append(texts.invalid("language_code", message))
    refuse_any(problems)
    set_translation(
        subject=Exhibitor.SUBJECT,
        object_id=exhibitor.pk,
        language=language,
        texts=given,
        translator=f"user:{by.pk}" if by else "",
    )
    refresh_words([exhibitor.pk])


def link_seller(*, exhibitor: Exhibitor, seller: Seller | None) -> Exhibitor:
    """Somebody says that the exhibitor is this seller of the marketplace, or that it is none: imports leave that so."""
    exhibitor.seller, exhibitor.is_seller_decided = seller, True
    exhibitor.save(update_fields=["seller", "is_seller_decided"])
    return exhibitor


def delete_exhibitor(*, exhibitor: Exhibitor) -> None:
    """Take an exhibitor out of the directory with what it shows; its booths become free.

    Raises ``Refused`` for one with papers.
    """
    with transaction.atomic():
        lock_expo(exhibitor.expo_id)
        if FairPaper.objects.filter(exhibitor=exhibitor).exists():
            message = _("This exhibitor has a contract or invoices, which are kept; it stays in the directory.")
            raise Refused(Problem("id", "HAS_PAPERS", message))
        release_booths(exhibitor=exhibitor)
        remove_translations(subject=Exhibitor.SUBJECT, object_ids=[exhibitor.pk])
        Exhibitor.objects.filter(pk=exhibitor.pk).delete()


def show_product(*, exhibitor: Exhibitor, product: Product | None = None, title: str = "") -> Exhibit:
    """Add something shown: a product of the exhibitor's own seller, or a title. Raises ``Refused``."""
    title = texts.tidy(title)
    refuse_any(_exhibit_problems(exhibitor, product, title))
    with transaction.atomic():
        lock_expo(exhibitor.expo_id)
        if exhibitor.exhibits.count() >= MOST_EXHIBITS:
            raise Refused(texts.invalid("exhibitor_id", _("At most %(limit)s exhibits."), limit=MOST_EXHIBITS))
        if product is not None and exhibitor.exhibits.filter(product=product).exists():
            raise Refused(Problem("product_id", "UNIQUE", _("This product is shown already.")))
        exhibit = Exhibit.objects.create(exhibitor=exhibitor, product=product, title=title)
        refresh_words([exhibitor.pk])
    return exhibit


def show_no_more(*, exhibit: Exhibit) -> None:
    """Take something out of what the exhibitor shows."""
    with transaction.atomic():
        exhibit.delete()
        refresh_words([exhibit.exhibitor_id])


def _exhibit_problems(exhibitor: Exhibitor, product: Product | None, title: str) -> list[Problem]:
    if product is None and not title:
        return [texts.required("product_id")]
    if product is not None and product.seller_id != exhibitor.seller_id:
        return [texts.invalid("product_id", _("This is a product of another seller than the exhibitor."))]
    return texts.lengths({"title": title}, {"title": 250})


def clean_entry(values: Mapping[str, Any]) -> dict[str, Any]:
    """Tidied texts, codes in upper case, categories once each."""
    clean = texts.tidied(values)
    if "country" in clean:
        clean["country"] = clean["country"].upper()
    if "tax_code" in clean:
        clean["tax_code"] = "".join(clean["tax_code"].split()).replace(".", "").upper()
    if "categories" in clean:
        tidy = (texts.tidy(str(category)) for category in clean["categories"])
        clean["categories"] = list(dict.fromkeys(category for category in tidy if category))
    return clean


def entry_problems(values: Mapping[str, Any]) -> list[Problem]:
    problems = texts.lengths(values, LIMITS) + texts.language(values) + texts.contact(values)
    if "name" in values and not values["name"]:
        problems.append(texts.required("name"))
    categories = values.get("categories", [])
    if len(categories) > MOST_CATEGORIES or any(len(each) > LONGEST_CATEGORY for each in categories):
        message = _("At most %(count)s categories of %(length)s characters.")
        problems.append(texts.invalid("categories", message, count=MOST_CATEGORIES, length=LONGEST_CATEGORY))
    return problems


def _taken(expo_id: int, tax_code: str, but: int | None = None) -> list[Problem]:
    same = Exhibitor.objects.filter(expo_id=expo_id, tax_code=tax_code).exclude(pk=but or 0)
    if not tax_code or not same.exists():
        return []
    return [Problem("tax_code", "UNIQUE", _("There is an exhibitor with this tax code already."))]
