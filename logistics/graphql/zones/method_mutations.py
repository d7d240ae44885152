"""``shippingPriceCreate``, ``-Update``, ``-Delete`` and ``-Translate``."""

from typing import Any

from catalog.graphql.errors import REFUSED
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from logistics.graphql.zones.access import own_method, own_zone
from logistics.graphql.zones.inputs import MOST_CHANGED, method_fields
from logistics.graphql.zones.types import (
    PostalCodeRuleInclusionTypeEnum,
    ShippingMethodType,
    ShippingMethodTypeEnum,
    ShippingZone,
)
from logistics.zones.postal_code_rule import InclusionType
from logistics.zones.translate_method import SourceLanguage, translate_method
from logistics.zones.write_method import CodeRange, create_method, delete_method, rule_postal_codes, update_method
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Date,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
    integer_key,
)

CODES = ("TOO_MANY",)


class ShippingPostalCodeRulesCreateInputRange(InputObjectType):
    """A range of postal codes; without an end, all that begin like the start."""

    start = String(required=True)
    end = String()


class ShippingPriceInput(InputObjectType):
    """What is left out stays as it is; null takes a limit away."""

    name = String()
    description = String(description="For buyers.")
    type = ShippingMethodTypeEnum()
    is_active = Boolean()
    minimum_order_weight = Decimal(description="In kilograms.")
    maximum_order_weight = Decimal(description="In kilograms.")
    minimum_delivery_days = Int(description="Of a carrier's quote: added to the carrier's own.")
    maximum_delivery_days = Int()
    carrier_services = List(NonNull(String), description="`<carrier>` or `<carrier>:<service>`; empty: any.")
    surcharge_percent = Decimal(description="On a carrier's price; below zero a reduction.")
    pickup_warehouse = ID(description="Where goods are fetched; null: at the seller's own address.")
    pickup_place = String(description="Where else, such as a hall and booth of a fair.")
    pickup_hours = String()
    pickup_from = Date()
    pickup_to = Date(description="The last day.")
    add_postal_code_rules = List(NonNull(ShippingPostalCodeRulesCreateInputRange))
    delete_postal_code_rules = List(NonNull(ID))
    inclusion_type = PostalCodeRuleInclusionTypeEnum(description="Of all postal codes of the method.")


class ShippingPriceCreateInput(ShippingPriceInput):
    """A new delivery method; it needs a zone, a name and a type."""

    shipping_zone = ID(required=True)


class ShippingPriceCreate(Mutation):
    """Make a delivery method; it is offered once it has a channel listing. For managers of the seller."""

    class Arguments:
        input = ShippingPriceCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED
        creates = True

    shipping_method = Field(ShippingMethodType)
    shipping_zone = Field(ShippingZone)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        zone = own_zone(info, input["shipping_zone"], field="shipping_zone")
        if not input.get("type"):
            raise InputError(_("This field is required."), field="type", code="REQUIRED")
        method = create_method(zone=zone, **method_fields(input))
        _rule(method, input)
        return {"shipping_method": method, "shipping_zone": zone}


class ShippingPriceUpdate(Mutation):
    """Change a delivery method. Baskets are priced by it from now on; orders keep what they have."""

    class Arguments:
        id = ID(required=True)
        input = ShippingPriceInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED

    shipping_method = Field(ShippingMethodType)
    shipping_zone = Field(ShippingZone)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        method = update_method(method=own_method(info, id), **method_fields(input))
        _rule(method, input)
        return {"shipping_method": method, "shipping_zone": method.zone}


class ShippingPriceDelete(Mutation):
    """Delete a delivery method; baskets that chose it choose again."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    deleted_id = Field(ID)
    shipping_zone = Field(ShippingZone)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        method = own_method(info, id)
        delete_method(method=method)
        return {"deleted_id": id, "shipping_zone": method.zone}


class ShippingPriceTranslationInput(InputObjectType):
    """An empty text removes the translation."""

    name = String()
    description = String()


class ShippingPriceTranslate(Mutation):
    """Store a delivery method's texts in another language. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = ShippingPriceTranslationInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = {
            **REFUSED,
            SourceLanguage: lambda _refusal: InputError(
                _("The texts in this language are the originals."), field="language_code"
            ),
        }

    shipping_method = Field(ShippingMethodType)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        method = own_method(info, id)
        texts = {name: input[name] or "" for name in ("name", "description") if name in input}
        translate_method(method=method, language=str(language_code), texts=texts, by=info.context.actor)
        return {"shipping_method": method}


def _rule(method: Any, input: Any) -> None:
    added, removed = input.get("add_postal_code_rules") or [], input.get("delete_postal_code_rules") or []
    for field, given in (("add_postal_code_rules", added), ("delete_postal_code_rules", removed)):
        if len(given) > MOST_CHANGED:
            raise InputError(_("At most %(limit)s."), field=field, code="TOO_MANY", params={"limit": MOST_CHANGED})
    kind = input.get("inclusion_type")
    if added or removed or kind:
        rule_postal_codes(
            method=method,
            added=[CodeRange(each["start"], each.get("end") or "") for each in added],
            removed=[
                integer_key(each, "ShippingMethodPostalCodeRule", field="delete_postal_code_rules") for each in removed
            ],
            inclusion_type=InclusionType(str(getattr(kind, "value", kind))) if kind else None,
        )
