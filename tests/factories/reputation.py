"""Certificates, reviews and what leads to them, for tests; made through the verbs people use."""

from datetime import date
from io import BytesIO
from itertools import count
from typing import Any

from pypdf import PdfWriter

from catalog.models import Certificate, Product, Review, ReviewInvitation
from catalog.products.certificates.keep import add_certificate
from catalog.reviews.invite import invite_review
from catalog.reviews.moderate import approve_review
from catalog.reviews.write import write_review
from tests.factories.catalog import make_product

_number = count(1)


def make_certificate(product: Product | None = None, **overrides: Any) -> Certificate:
    """An FSC certificate that names the product and does not end for years."""
    product = product or make_product()
    fields: dict[str, Any] = {
        "scheme": "FSC",
        "issuer": "Ví Dụ Certification",
        "number": f"VD-COC-{next(_number):06d}",
        "valid_from": date(2024, 1, 1),
        "valid_until": date(2099, 12, 31),
        "products": () if overrides.get("covers_all_products") else (product,),
        **overrides,
    }
    return add_certificate(seller=fields.pop("seller", product.seller), **fields)


def make_pdf(pages: int = 1, **metadata: str) -> bytes:
    """A readable PDF of empty pages."""
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(width=200, height=200)
    writer.add_metadata({f"/{name}": text for name, text in metadata.items()})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def make_invitation(product: Product | None = None, **overrides: Any) -> ReviewInvitation:
    """The right of a guest from the Netherlands."""
    number = next(_number)
    fields: dict[str, Any] = {
        "line": f"tests.Line:{number}",
        "purchase": f"tests.Purchase:{number}",
        "user": None,
        "first_name": "Sanne",
        "country": "NL",
        **overrides,
    }
    invitation = invite_review(product=product or make_product(), **fields)
    assert invitation is not None
    return invitation


def make_review(product: Product | None = None, *, rating: int = 5, approved: bool = True, **overrides: Any) -> Review:
    """A Dutch review of a guest, approved unless told otherwise."""
    text = overrides.pop("text", "Mooi gemaakt, stevig verpakt.")
    invitation = overrides.pop("invitation", None) or make_invitation(product, **overrides)
    review = write_review(invitation=invitation, rating=rating, text=text, language="nl")
    return approve_review(review=review, by=None) if approved else review
