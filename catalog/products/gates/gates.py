"""The gates: what each code of data/publishing.toml looks at, and what it tells the seller."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from catalog.products.certificates.scheme import CertificateScheme
from catalog.products.gates.facts import Facts
from catalog.products.product import Product
from catalog.products.variant import ProductVariant
from i18n.messages import gettext_noop as _
from marketplace.channels.defaults import EUROPEAN_UNION

Lack = tuple[str, ...] | None
"""``None`` when nothing is missing; otherwise the SKUs it is missing of, none where the product itself lacks it."""


@dataclass(frozen=True, slots=True)
class Gate:
    lack: Callable[[Product, Facts], Lack]
    message: str


def _unless(is_met: Callable[[Product, Facts], bool]) -> Callable[[Product, Facts], Lack]:
    return lambda product, facts: None if is_met(product, facts) else ()


def _of_variants(is_met: Callable[[ProductVariant], object]) -> Callable[[Product, Facts], Lack]:
    """Every variant that has a price in the market needs it."""

    def lack(product: Product, facts: Facts) -> Lack:
        return tuple(variant.sku for variant in facts.priced.get(product.pk, ()) if not is_met(variant)) or None

    return lack


def _is_readable(product: Product, facts: Facts, field: str) -> bool:
    own = product.source_language in facts.channel.languages
    return own or field in facts.translated.get(product.pk, frozenset())


def _names_manufacturer(product: Product, facts: Facts) -> bool:
    seller = product.seller
    return bool(seller.legal_name and seller.email and seller.address.street_address_1)


def _names_responsible_person(product: Product, facts: Facts) -> bool:
    """Whoever makes the goods within the Union answers for them there."""
    if product.seller.address.country in EUROPEAN_UNION:
        return True
    person = facts.responsible.get(product.pk)
    return person is not None and bool(person.name and person.email and person.address.country in EUROPEAN_UNION)


def _has(*schemes: CertificateScheme) -> Callable[[Product, Facts], Lack]:
    return _unless(lambda product, facts: any(row.scheme in schemes for row in facts.certificates[product.pk]))


def _has_permit(product: Product, facts: Facts) -> bool:
    """A permit is kept as a certificate of the product itself, of another scheme than the listed ones."""
    return any(
        row.scheme == CertificateScheme.OTHER and not row.covers_all_products for row in facts.certificates[product.pk]
    )


GATES: Mapping[str, Gate] = {
    "PRICE": Gate(
        _unless(lambda product, facts: bool(facts.priced.get(product.pk))),
        _("Give at least one variant a price in this market."),
    ),
    "NAME_LANGUAGE": Gate(
        _unless(lambda product, facts: _is_readable(product, facts, "name")),
        _("Write or translate the name into one of this market's languages."),
    ),
    "HS_CODE": Gate(
        _unless(lambda product, facts: bool(product.hs_code)), _("Goods that cross a border need an HS code.")
    ),
    "WEIGHT": Gate(
        _of_variants(lambda variant: variant.weight_g), _("Say what one packed piece weighs: %(skus)s have no weight.")
    ),
    "PROHIBITED": Gate(_unless(lambda product, facts: False), _("These goods may not be offered in this market.")),
    "PERMIT": Gate(
        _unless(_has_permit),
        _("These goods leave Việt Nam only with a permit: add it to the product's certificates."),
    ),
    "PHYTOSANITARY": Gate(
        _unless(_has_permit), _("Plants and what is made of them usually need a phytosanitary certificate.")
    ),
    "HAZARD_NUMBER": Gate(
        _unless(lambda product, facts: not product.is_hazardous or bool(product.un_number)),
        _("Carriers ask for the UN number of dangerous goods."),
    ),
    "MANUFACTURER": Gate(
        _unless(_names_manufacturer),
        _("Buyers in the European Union must see the manufacturer's name, postal address and e-mail address."),
    ),
    "RESPONSIBLE_PERSON": Gate(
        _unless(_names_responsible_person),
        _("Name a responsible person within the European Union, with postal and e-mail address."),
    ),
    "WARNINGS": Gate(
        _unless(lambda product, facts: bool(product.warnings) or product.needs_no_warnings),
        _("Write the warnings and safety information, or declare that the product needs none."),
    ),
    "WARNINGS_LANGUAGE": Gate(
        _unless(lambda product, facts: not product.warnings or _is_readable(product, facts, "warnings")),
        _("Translate the warnings into one of this market's languages."),
    ),
    "CUSTOMS_IDENTIFIER": Gate(
        lambda product, facts: _of_variants(lambda variant: variant.sku and product.seller.tax_code)(product, facts),
        _("Customs ask for an article number and the manufacturer's number on every line: %(skus)s lack one."),
    ),
    "GTIN": Gate(
        _of_variants(lambda variant: variant.gtin),
        _("Customs ask for the GTIN where there is one: %(skus)s have none."),
    ),
    "SPECIES": Gate(
        _unless(lambda product, facts: bool(product.species)),
        _("Importers have to state the scientific name of the wood or plant."),
    ),
    "CE_MARK": Gate(_has(CertificateScheme.CE), _("Goods of this kind carry the CE marking: add the declaration.")),
    "FOOD_CONTACT": Gate(
        _unless(_has_permit), _("Importers ask for a declaration that the goods may touch food, or may be eaten.")
    ),
    "CHILDRENS_PRODUCT": Gate(
        _unless(_has_permit), _("Importers ask for a certificate that the product is safe for children.")
    ),
    "FIBRE_CONTENT": Gate(
        _unless(lambda product, facts: bool(product.material)), _("State the fibres and their shares as the material.")
    ),
    "PICTURE": Gate(_unless(lambda product, facts: product.pk in facts.pictured), _("Add at least one picture.")),
}
