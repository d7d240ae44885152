"""How much of the catalogue can be read in each language."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import MD5, Cast

from catalog.models import Product
from catalog.products.addresses import SUBJECT
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.translation import Translation
from marketplace.indicators.definition import Cell, Counted, Definition, Dimension, Unit
from marketplace.indicators.period import Period, PeriodKind


def count(period: Period) -> Counted:
    """A statement for each language, and one for all products."""
    published = Product.objects.published_anywhere().order_by()
    totals = published.aggregate(products=Count("pk"), sellers=Count("seller", distinct=True))
    if not totals["products"]:
        return Counted([])
    cells = []
    for language in LANGUAGES:
        complete = published.filter(_complete_in(language)).count()
        share = Decimal(100 * complete) / totals["products"]
        cells.append(Cell((language,), share, (totals["sellers"],)))
    return Counted(cells)


def _complete_in(language: str) -> Q:
    described = Q(description="") | Exists(_told("description", language))
    return Q(source_language=language) | (Exists(_told("name", language)) & described)


def _told(field: str, language: str) -> QuerySet[Translation]:
    """A translation of the text as it is now, whoever made it."""
    rows = Translation.objects.filter(
        subject=SUBJECT, object_id=Cast(OuterRef("pk"), CharField()), field=field, language=language
    )
    return rows.filter(Q(source_hash="") | Q(source_hash=MD5(OuterRef(field))))


DEFINITION = Definition(
    id="languages-covered",
    position=3,
    name=_("Languages covered"),
    description=_("The share of published products that can be read completely in a language."),
    method=_(
        "Published products whose name and description are written in the language, or translated into it from the "
        "text as it is now, by a person or by machine; as a share of all published products, when counted."
    ),
    contributors=_("Sellers of the products."),
    unit=Unit.PERCENT,
    period=PeriodKind.DAY,
    dimensions=(Dimension.LANGUAGE,),
    count=count,
    is_additive=False,
)
