"""What a list of products can be narrowed down and ordered by, as the API takes it and as search does."""

import enum
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from catalog.graphql.inputs import MOST_CHOSEN, keys
from catalog.graphql.types.approval import ProductApprovalEnum
from catalog.search.request import AttributeFilter, Range, SearchRequest, Sort
from catalog.search.search_products import LONGEST_TEXT
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel
from marketplace.graphql import ID, Boolean, Decimal, Enum, InputError, InputObjectType, List, NonNull, String
from marketplace.sellers.graphql.types.enums import CraftEnum
from marketplace.sellers.models import Seller

MOST_ATTRIBUTES = 20
_LONGEST_WORD = 250
ProductOrderField = Enum.from_enum(
    enum.StrEnum("ProductOrderField", {name: name for name in Sort.__members__}),
    description="RANK is for searches: best match first.",
)
OrderDirection = Enum.from_enum(
    enum.StrEnum("OrderDirection", {"ASC": "ASC", "DESC": "DESC"}), description="Rising or falling."
)


class PriceRangeInput(InputObjectType):
    """Both ends included; in the channel's currency."""

    gte = Decimal()
    lte = Decimal()


class DecimalRangeInput(InputObjectType):
    """Both ends included."""

    gte = Decimal()
    lte = Decimal()


class AttributeInput(InputObjectType):
    """Products that answer an attribute so: with any of the values, yes or no, or a number in a range."""

    slug = String(required=True)
    values = List(NonNull(String), description="Slugs of values.")
    values_range = DecimalRangeInput(description="In the attribute's unit.")
    boolean = Boolean()


class ProductFilterInput(InputObjectType):
    """Products that fit all of it; several values of one filter widen it."""

    search = String(description="Words; the same as the argument search.")
    ids = List(NonNull(ID))
    categories = List(NonNull(ID), description="With everything below them.")
    sellers = List(NonNull(ID))
    seller_slugs = List(NonNull(String))
    crafts = List(NonNull(CraftEnum))
    materials = List(NonNull(String), description="Values of the facet material.")
    origins = List(NonNull(String), description="ISO 3166 codes of countries, such as VN.")
    certificates = List(NonNull(String), description="Schemes, such as FSC; only valid certificates count.")
    attributes = List(NonNull(AttributeInput), description="All of them apply.")
    price = PriceRangeInput(description="Some variant's price in the channel.")
    price_ranges = List(NonNull(String), description="Values of the facet price.")
    lead_times = List(NonNull(String), description="Values of the facet lead_time: days as low..high.")
    minimum_orders = List(NonNull(String), description="Values of the facet moq: pieces as low..high.")
    ratings = List(NonNull(String), description="Values of the facet rating: stars as low..high.")
    in_stock = Boolean()
    hs_codes = List(NonNull(String), description="Each of two or more leading digits.")
    skus = List(NonNull(String), description="Exactly, but for case, spaces and hyphens.")
    gtins = List(NonNull(String))
    approval = ProductApprovalEnum(description="Of one's own products; for staff of all.")


class GlobalIDFilterInput(InputObjectType):
    """One of some ids."""

    eq = ID()
    one_of = List(NonNull(ID))


class DecimalFilterInput(InputObjectType):
    """A number in a range."""

    range = PriceRangeInput()


class ProductWhereInput(InputObjectType):
    """The same as the filter, in the shape that newer clients send; the narrower of both counts."""

    ids = List(NonNull(ID))
    category = GlobalIDFilterInput(description="With everything below it.")
    price = DecimalFilterInput(description="Some variant's price in the channel.")
    is_available = Boolean()


def filter_of_where(where: Any) -> dict[str, Any]:
    """A `ProductWhereInput` as the `ProductFilterInput` that says the same."""
    given, found = where or {}, {}
    if given.get("ids") is not None:
        found["ids"] = given["ids"]
    category = given.get("category") or {}
    if category.get("eq") is not None or category.get("one_of") is not None:
        found["categories"] = [*(category.get("one_of") or ()), *filter(None, [category.get("eq")])]
    if (given.get("price") or {}).get("range"):
        found["price"] = given["price"]["range"]
    if given.get("is_available") is not None:
        found["in_stock"] = given["is_available"]
    return found


class ProductOrder(InputObjectType):
    """How a list is ordered."""

    field = ProductOrderField(required=True)
    direction = OrderDirection(required=True)


def request_of(
    info: Any, market: Channel | None, wanted: Any, text: str, sort_by: Any, *, language: str | None = None
) -> SearchRequest:
    """Raises `InputError` for an id of another kind, a range that is none, or more attributes than twenty."""
    price = wanted.get("price") or {}
    order = sort_by or {"field": Sort.RANK, "direction": "ASC"}
    return SearchRequest(
        channel=market.slug if market else "",
        now=info.context.now,
        text=text.strip()[:LONGEST_TEXT],
        language=language or info.context.language,
        product_ids=keys(wanted.get("ids"), "Product", field="ids"),
        categories=keys(wanted.get("categories"), "Category", field="categories"),
        sellers=_seller_ids(wanted),
        crafts=_words(wanted, "crafts"),
        materials=_words(wanted, "materials"),
        origins=_words(wanted, "origins"),
        certificates=_words(wanted, "certificates"),
        hs_codes=_words(wanted, "hs_codes", keep=lambda code: len(code) >= 2),
        skus=_words(wanted, "skus"),
        gtins=_words(wanted, "gtins"),
        attributes=_attributes(wanted.get("attributes")),
        price_gte=price.get("gte"),
        price_lte=price.get("lte"),
        price_ranges=_ranges(wanted, "price_ranges"),
        lead_times=_ranges(wanted, "lead_times"),
        moqs=_ranges(wanted, "minimum_orders"),
        ratings=_ranges(wanted, "ratings"),
        in_stock=wanted.get("in_stock"),
        sort=Sort(str(order["field"])),
        descending=str(order["direction"]) == "DESC",
    )


def _words(wanted: Any, name: str, *, keep: Callable[[str], bool] = bool) -> list[str] | None:
    values: Iterable[Any] | None = wanted.get(name)
    if values is None:
        return None
    return [text for value in list(values)[:MOST_CHOSEN] if keep(text := str(value)[:_LONGEST_WORD])]


def _ranges(wanted: Any, name: str) -> list[Range] | None:
    texts = _words(wanted, name)
    if texts is None:
        return None
    found = [Range.parse(text) for text in texts]
    if None in found:
        raise InputError(_("A range is written low..high; one end may be empty."), field=name)
    return [each for each in found if each is not None]


def _attributes(given: Sequence[Any] | None) -> list[AttributeFilter] | None:
    if given is None:
        return None
    if len(given) > MOST_ATTRIBUTES:
        message = _("A list can be narrowed down by at most %(most)s attributes.")
        raise InputError(message, field="attributes", params={"most": MOST_ATTRIBUTES})
    return [_attribute(each) for each in given]


def _attribute(given: Any) -> AttributeFilter:
    values = _words(given, "values")
    if given.get("boolean") is not None:
        values = [*(values or ()), str(given["boolean"]).lower()]
    numbers = given.get("values_range") or {}
    return AttributeFilter(given["slug"][:120], values, numbers.get("gte"), numbers.get("lte"))


def _seller_ids(wanted: Any) -> list[int] | None:
    chosen = keys(wanted.get("sellers"), "Seller", field="sellers")
    slugs = wanted.get("seller_slugs")
    if slugs is None:
        return chosen
    named_so = set(Seller.objects.filter(slug__in=slugs[:MOST_CHOSEN]).values_list("pk", flat=True))
    return sorted(named_so if chosen is None else named_so.intersection(chosen))
