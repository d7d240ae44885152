"""Arguments as the verbs want them: ids looked up, enums as text, uploads read within bounds."""

from collections.abc import Iterable, Iterator
from typing import Any

from catalog.models import Category, ProductType
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel
from marketplace.graphql import InputError, integer_key

MOST_CHOSEN = 100
MOST_CHANGED = 50
_PIECE = 64 * 1024


def category_of(global_id: str | None) -> Category | None:
    """Raises `InputError` NOT_FOUND."""
    if global_id is None:
        return None
    found = Category.objects.filter(pk=integer_key(global_id, "Category", field="category")).first()
    if found is None:
        raise InputError(_("There is no such category."), field="category", code="NOT_FOUND")
    return found


def product_type_of(global_id: str | None) -> ProductType | None:
    """Raises `InputError` NOT_FOUND."""
    if global_id is None:
        return None
    found = ProductType.objects.filter(pk=integer_key(global_id, "ProductType", field="product_type")).first()
    if found is None:
        raise InputError(_("There is no such product type."), field="product_type", code="NOT_FOUND")
    return found


def channel_of_id(global_id: str, *, field: str) -> Channel:
    """Raises `InputError` NOT_FOUND."""
    found = Channel.objects.filter(pk=integer_key(global_id, "Channel", field=field)).first()
    if found is None:
        raise InputError(_("There is no such channel."), field=field, code="NOT_FOUND")
    return found


def channel_named_by_slug(slug: str | None, *, field: str) -> Channel | None:
    """Raises `InputError` NOT_FOUND; nothing for nothing."""
    if not slug:
        return None
    found = Channel.objects.filter(slug=slug[:40]).first()
    if found is None:
        raise InputError(_("There is no such market."), field=field, code="NOT_FOUND")
    return found


def each_once(global_ids: Iterable[str], *, field: str) -> None:
    """Raises `InputError` for an id that is named twice, of which one would count, or for more than fifty."""
    named = list(global_ids)
    if len(named) > MOST_CHANGED:
        message = _("At most %(most)s can be changed at once.")
        raise InputError(message, field=field, params={"most": MOST_CHANGED})
    if len(named) != len(set(named)):
        raise InputError(_("Name each of them once."), field=field)


def keys(global_ids: Iterable[str] | None, type_name: str, *, field: str, most: int = MOST_CHOSEN) -> list[int] | None:
    """The keys of a list of ids; at most a hundred are looked at unless said."""
    if global_ids is None:
        return None
    return [integer_key(each, type_name, field=field) for each in list(global_ids)[:most]]


_PRODUCT_TEXTS = ("name", "description", "material", "hs_code", "un_number", "sample_price_currency")
_PRODUCT_FLAGS = ("sample_available", "customizable", "private_label", "is_hazardous")


def product_fields(given: Any) -> dict[str, Any]:
    """The product's fields that the input names; null clears a text or a choice."""
    fields: dict[str, Any] = {name: given[name] or "" for name in _PRODUCT_TEXTS if name in given}
    fields |= {name: given[name] for name in _PRODUCT_FLAGS if given.get(name) is not None}
    if "species" in given:
        fields["species"] = ", ".join(given["species"] or ())
    if "restrictions" in given:
        fields["restrictions"] = [str(each) for each in given["restrictions"] or ()]
    if "sample_price" in given:
        fields["sample_price_amount"] = given["sample_price"]
    if given.get("origin_country"):
        fields["origin_country"] = given["origin_country"]
    if given.get("source_language"):
        fields["source_language"] = str(given["source_language"])
    if "category" in given:
        fields["category"] = category_of(given["category"])
    if "product_type" in given:
        fields["product_type"] = product_type_of(given["product_type"])
    return fields


_TEXTS = ("sku", "name", "gtin")
_WITH_DEFAULT = ("moq", "order_multiple", "sort_order")
_OPTIONAL = (
    "net_weight_g",
    "gross_weight_g",
    "length_mm",
    "width_mm",
    "height_mm",
    "units_per_carton",
    "carton_gross_weight_g",
    "carton_length_mm",
    "carton_width_mm",
    "carton_height_mm",
    "lead_time_days",
)


def variant_fields(given: Any) -> dict[str, Any]:
    """The variant's fields that the input names; null clears a text or a measure."""
    fields: dict[str, Any] = {name: given[name] or "" for name in _TEXTS if name in given}
    fields |= {name: given[name] for name in _WITH_DEFAULT if given.get(name) is not None}
    fields |= {name: given[name] for name in _OPTIONAL if name in given}
    return fields


def chunks_of(upload: Any, *, most: int, field: str) -> Iterator[bytes]:
    """An uploaded file piece by piece, never whole in memory. Raises `InputError` at once for one that is too large."""
    if upload.size > most:
        message = _("A file has at most %(megabytes)s MB.")
        raise InputError(message, field=field, code="INVALID", params={"megabytes": most // 1024**2})
    upload.seek(0)
    chunks: Iterator[bytes] = iter(lambda: upload.read(_PIECE), b"")
    return chunks


def read_upload(upload: Any, *, most: int, field: str) -> bytes:
    """The bytes of an uploaded file; one byte more than ``most`` is never read. Raises `InputError`."""
    if upload.size > most:
        message = _("A file has at most %(megabytes)s MB.")
        raise InputError(message, field=field, code="INVALID", params={"megabytes": most // 1024**2})
    content: bytes = upload.read(most + 1)
    return content
