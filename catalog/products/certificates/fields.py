"""What may be said of a certificate, and the checks every way in goes through."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypedDict

from catalog.products.certificates.certificate import Certificate
from catalog.products.certificates.scheme import CertificateScheme
from catalog.products.fields import one_line
from catalog.products.product import Product
from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _

MOST_PRODUCTS = 500
EARLIEST = date(1990, 1, 1)
LATEST = date(2100, 1, 1)


class CertificateFields(TypedDict, total=False):
    scheme: str
    name: str
    issuer: str
    number: str
    valid_from: date
    valid_until: date | None
    covers_all_products: bool
    file_is_public: bool


def checked_certificate(fields: CertificateFields, *, current: Certificate | None = None) -> CertificateFields:
    """The fields as they are stored; raises `Refused` with everything that is wrong."""
    clean: dict[str, Any] = dict(fields)
    for name in ("name", "issuer", "number"):
        if name in clean:
            clean[name] = one_line(clean[name])
    after = {name: getattr(current, name, None) for name in CertificateFields.__annotations__} | clean
    refuse_any([*_text_problems(after), *_date_problems(after)])
    if after["scheme"] != CertificateScheme.OTHER:
        clean["name"] = ""
    return clean  # type: ignore[return-value]  # the same keys with the same types


def refuse_foreign(products: Sequence[Product], seller_id: int) -> None:
    """A certificate of one seller speaks for nobody else's products. Raises `Refused`."""
    problems = []
    if len(products) > MOST_PRODUCTS:
        message = _("A certificate names at most %(most)s products; say that it covers all of them instead.")
        problems.append(Problem("products", "INVALID", message, {"most": MOST_PRODUCTS}))
    if any(product.seller_id != seller_id for product in products):
        problems.append(Problem("products", "NOT_FOUND", _("You have no such product.")))
    refuse_any(problems)


def _text_problems(after: Mapping[str, Any]) -> list[Problem]:
    problems = []
    if after["scheme"] not in CertificateScheme.values:
        problems.append(Problem("scheme", "REQUIRED", _("Say what kind of certificate it is.")))
    required = ["issuer", "number"] + (["name"] if after["scheme"] == CertificateScheme.OTHER else [])
    for name in required:
        if not after[name]:
            problems.append(Problem(name, "REQUIRED", _("This field is needed.")))
    for name in ("name", "issuer", "number"):
        longest = Certificate._meta.get_field(name).max_length or 0  # type: ignore[union-attr]  # all are text columns
        if len(after[name] or "") > longest:
            message = _("This text is too long: at most %(longest)s characters.")
            problems.append(Problem(name, "INVALID", message, {"longest": longest}))
    return problems


def _date_problems(after: Mapping[str, Any]) -> list[Problem]:
    start, end = after["valid_from"], after["valid_until"]
    if start is None:
        return [Problem("valid_from", "REQUIRED", _("Say from which day on it is valid."))]
    if not EARLIEST <= start <= LATEST or (end is not None and end > LATEST):
        return [Problem("valid_from", "INVALID", _("This date cannot be right."))]
    if end is not None and end < start:
        return [Problem("valid_until", "INVALID", _("It would end before it begins."))]
    return []
