"""``certificateCreate``, ``-Update`` and ``-Delete``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import own_certificate
from catalog.graphql.inputs import keys, read_upload
from catalog.graphql.types.certificate import Certificate, CertificateSchemeEnum
from catalog.models import Product
from catalog.products.certificates.fields import MOST_PRODUCTS
from catalog.products.certificates.keep import add_certificate, remove_certificate, update_certificate
from catalog.products.certificates.scan import attach_scan
from catalog.products.picture import MOST_BYTES
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Date,
    Field,
    InputError,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
    Upload,
)
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class CertificateInput(InputObjectType):
    """What is left out stays as it is."""

    scheme = CertificateSchemeEnum()
    name = String(description="Of a scheme that is not in the list.")
    issuer = String()
    number = String()
    valid_from = Date()
    valid_until = Date(description="Its last day; null for what does not end.")
    covers_all_products = Boolean(description="It is of the seller, not of single products.")
    products = List(NonNull(ID), description="Those it names; the list replaces the earlier one.")
    file = Upload(description="A PDF, or a JPEG, PNG or WebP picture, up to 10 MB; in place of an earlier one.")
    file_is_public = Boolean(description="Whether buyers may open the file.")


class CertificateCreateInput(CertificateInput):
    """A new certificate."""

    seller = ID(required=True)
    scheme = CertificateSchemeEnum(required=True)
    issuer = String(required=True)
    number = String(required=True)
    valid_from = Date(required=True)


class CertificateCreate(Mutation):
    """Add a certificate of products or of the whole seller. For managers of the seller."""

    class Arguments:
        input = CertificateCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    certificate = Field(Certificate)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        seller = seller_for(info, input["seller"], MemberRole.MANAGER, field="seller")
        products = _products(input, seller.pk) or []
        certificate = add_certificate(seller=seller, products=products, **_fields(input))
        return {"certificate": _with_file(certificate, input)}


class CertificateUpdate(Mutation):
    """Change a certificate. For managers of the seller."""

    class Arguments:
        id = ID(required=True)
        input = CertificateInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    certificate = Field(Certificate)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        certificate = own_certificate(info, id)
        products = _products(input, certificate.seller_id)
        certificate = update_certificate(certificate=certificate, products=products, **_fields(input))
        return {"certificate": _with_file(certificate, input)}


class CertificateDelete(Mutation):
    """Show a certificate nowhere any more. For managers of the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    certificate = Field(Certificate)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        certificate = own_certificate(info, id)
        remove_certificate(certificate=certificate)
        return {"certificate": certificate}


def _fields(given: Any) -> dict[str, Any]:
    """The fields that the input names; null clears a text or the last day."""
    fields: dict[str, Any] = {name: given[name] or "" for name in ("name", "issuer", "number") if name in given}
    if given.get("scheme"):
        fields["scheme"] = str(given["scheme"])
    if given.get("valid_from"):
        fields["valid_from"] = given["valid_from"]
    if "valid_until" in given:
        fields["valid_until"] = given["valid_until"]
    flags = ("covers_all_products", "file_is_public")
    return fields | {name: given[name] for name in flags if given.get(name) is not None}


def _products(given: Any, seller_id: int) -> list[Product] | None:
    if given.get("products") is None:
        return None
    if len(given["products"]) > MOST_PRODUCTS:
        message = _("A certificate names at most %(most)s products; say that it covers all of them instead.")
        raise InputError(message, field="products", params={"most": MOST_PRODUCTS})
    wanted = set(keys(given["products"], "Product", field="products", most=MOST_PRODUCTS) or [])
    found = list(Product.objects.current().filter(pk__in=wanted, seller_id=seller_id))
    if len(found) < len(wanted):
        raise InputError(_("You have no such product."), field="products", code="NOT_FOUND")
    return found


def _with_file(certificate: Any, given: Any) -> Any:
    if given.get("file") is None:
        return certificate
    content = read_upload(given["file"], most=MOST_BYTES, field="file")
    return attach_scan(certificate=certificate, content=content)
