"""``attributes: [AttributeValueInput]`` of products and variants: Saleor's shape, as the answers the verb takes."""

from collections.abc import Sequence
from decimal import Decimal as Number
from decimal import InvalidOperation
from typing import Any

from catalog.graphql.inputs import read_upload
from catalog.graphql.types.attribute_enums import MeasurementUnitsEnum
from catalog.models import Attribute, AttributeValue, Product, ProductVariant
from catalog.products.attributes.answer import Answer, GivenFile
from catalog.products.attributes.attribute_file import MOST_BYTES
from catalog.products.attributes.set_attributes import MOST_ANSWERS, set_attributes
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    InputError,
    InputObjectType,
    List,
    NonNull,
    String,
    Upload,
    integer_key,
)

FIELD = "attributes"
MOST_VALUES = 50


class AttributeValueSelectableTypeInput(InputObjectType):
    """A value to pick, by one of these."""

    id = ID()
    external_reference = String()
    value = String(description="Its slug, or its name in any of the marketplace's languages.")


class AttributeValueInput(InputObjectType):
    """An answer. The attribute is named by one of id, slug and external reference; an empty answer takes it away."""

    id = ID()
    slug = String()
    external_reference = String()
    values = List(NonNull(String), description="Slugs, or names in any of the marketplace's languages.")
    dropdown = AttributeValueSelectableTypeInput()
    swatch = AttributeValueSelectableTypeInput()
    multiselect = List(NonNull(AttributeValueSelectableTypeInput))
    numeric = String(description="Digits with a point, such as 12.5.")
    unit = MeasurementUnitsEnum(description="What the number was measured in, if not in the attribute's unit.")
    boolean = Boolean()
    date = Date()
    plain_text = String()
    rich_text = String(description="HTML that is cut down to harmless tags.")
    file = Upload(description="A PDF, or a JPEG, PNG or WebP picture, up to 10 MB.")
    keep_file = Boolean(description="Leave the file that is there.")


def answer(target: Product | ProductVariant, given: Sequence[Any] | None, by: User | None) -> None:
    """Say what the input says, nothing when there is none. Raises `InputError` or `Refused`."""
    if given:
        set_attributes(target=target, answers=answers_of(given), by=by)


def answers_of(given: Sequence[Any]) -> list[Answer]:
    """The answers with their attributes and values by slug. At most two queries. Raises `InputError`."""
    if len(given) > MOST_ANSWERS:
        raise InputError(_("At most %(most)s can be named at once."), field=FIELD, params={"most": MOST_ANSWERS})
    slugs = _attribute_slugs(given)
    picked = [_selected(each, index) for index, each in enumerate(given)]
    words = _value_slugs([one for chosen in picked for one in chosen])
    return [
        Answer(
            attribute=slugs[index],
            values=tuple(_word(one, words, index) for one in picked[index]),
            number=_number(each.get("numeric"), index),
            unit=str(each.get("unit") or ""),
            boolean=each.get("boolean"),
            text=each.get("rich_text") or each.get("plain_text") or "",
            date=each.get("date"),
            file=_file(each.get("file")),
            keep_file=bool(each.get("keep_file")),
        )
        for index, each in enumerate(given)
    ]


def _attribute_slugs(given: Sequence[Any]) -> list[str]:
    keys = [integer_key(each["id"], "Attribute", field=FIELD) if each.get("id") else None for each in given]
    references = {each["external_reference"][:120] for each in given if each.get("external_reference")}
    rows = Attribute.objects.filter(pk__in={key for key in keys if key}) | Attribute.objects.filter(
        external_reference__in=references
    )
    by_id, by_reference = {row.pk: row.slug for row in rows}, {row.external_reference: row.slug for row in rows}
    found = []
    for index, (each, key) in enumerate(zip(given, keys, strict=True)):
        slug = each.get("slug") or (by_id.get(key) if key else by_reference.get(each.get("external_reference") or ""))
        if not slug:
            raise InputError(_("There is no such attribute."), field=FIELD, code="NOT_FOUND", index=index)
        found.append(slug)
    return found


def _selected(each: Any, index: int) -> list[dict[str, Any]]:
    chosen = [{"value": word} for word in each.get("values") or ()]
    chosen += [one for one in (each.get("dropdown"), each.get("swatch")) if one]
    chosen += each.get("multiselect") or ()
    if len(chosen) > MOST_VALUES:
        message = _("Choose at most %(most)s values.")
        raise InputError(message, field=FIELD, index=index, params={"most": MOST_VALUES})
    return chosen


def _value_slugs(chosen: Sequence[Any]) -> dict[Any, str]:
    keys = {integer_key(one["id"], "AttributeValue", field=FIELD) for one in chosen if one.get("id")}
    references = {one["external_reference"][:160] for one in chosen if one.get("external_reference")}
    if not keys and not references:
        return {}
    rows = list(
        AttributeValue.objects.filter(pk__in=keys) | AttributeValue.objects.filter(external_reference__in=references)
    )
    by_reference: dict[Any, str] = {row.external_reference: row.slug for row in rows if row.external_reference}
    return by_reference | {row.pk: row.slug for row in rows}


def _word(one: Any, slugs: dict[Any, str], index: int) -> str:
    if one.get("value"):
        return str(one["value"])[:200]
    key = integer_key(one["id"], "AttributeValue", field=FIELD) if one.get("id") else one.get("external_reference")
    if key not in slugs:
        raise InputError(_("There is no such value."), field=FIELD, code="NOT_FOUND", index=index)
    return slugs[key]


def _number(text: str | None, index: int) -> Number | None:
    if text is None or not text.strip():
        return None
    try:
        return Number(text.strip()[:40])
    except InvalidOperation:
        raise InputError(_("This must be a number."), field=FIELD, index=index) from None


def _file(upload: Any) -> GivenFile | None:
    if upload is None:
        return None
    return GivenFile(read_upload(upload, most=MOST_BYTES, field=FIELD), str(upload.name or ""))


def attributes_input() -> Any:
    """The input field."""
    return List(NonNull(AttributeValueInput), description="Attributes that are not named stay as they are.")
