from decimal import Decimal
from typing import Any

from django.templatetags.static import static

from frontend.design.example import Example
from frontend.design.page import LONG, DesignPage, words
from frontend.maps.makers_place import makers_place

SIZE = {"length": 42, "width": 42, "height": 12, "unit": "CM"}
FIELDS: tuple[tuple[str, str, list[tuple[str, str]], str], ...] = (
    ("one", "Wood", [("acacia", "Acacia"), ("teak", "Teak")], "teak"),
    ("several", "Colours", [("red", "Red"), ("black", "Black")], ""),
    ("yes-no", "Foldable", [], "true"),
    ("typed", "Finish", [("oil", "Oil"), ("wax", "Wax")], "Oil"),
    ("number", "Height", [], "85"),
    ("date", "Harvested", [], "2026-11-20"),
    ("file", "Drawing", [], ""),
    ("rich", "Care", [], "Wipe it dry."),
)


class Goods(DesignPage):
    """Cards, pictures, prices, facts, proof and reviews of goods, and what they cost at the door."""

    sheets = ("catalog", "product", "seller_desk", "design")

    def samples(self) -> dict[str, Any]:
        return {**_cards(), **_proof(), **_costs(), "fields": [_field(*field) for field in FIELDS]}


def _cards() -> dict[str, Any]:
    picture = {"url": static("frontend/icon.svg"), "alt": ""}
    card: dict[str, Any] = {"seller.craft": "LACQUER", "seller.name": "Sơn mài Tường An", "avif": None}
    sizes = ("small", "medium", "large", "smallAvif", "mediumAvif", "largeAvif")
    return {
        "cards": [
            Example("Product", thumbnail=picture, localized={"name": words("Round tray")}, **card),
            Example("Product", thumbnail=None, localized={"name": words(LONG)}, rating=None, **card),
            Example(
                "Product", thumbnail=None, localized={"name": words("Khay tròn sơn mài", "VI", fallback=True)}, **card
            ),
        ],
        "seller": Example(
            "Seller",
            name="Sơn mài Tường An",
            craft="LACQUER",
            logo=None,
            foundedYear=1998,
            cityArea="Phường Chánh Nghĩa",
            localized={"tagline": words("Mười bảy lớp sơn, một mùa mưa", "VI", fallback=True)},
        ),
        "place": makers_place("Thủ Dầu Một"),
        "story": {
            "image": None,
            "seller": {"name": "Sơn mài Tường An", "craft": "LACQUER", "cityArea": "Phường Chánh Nghĩa"},
            "localized": {"title": words("Seventeen coats, one rainy season"), "lead": words("Sanded by hand.")},
        },
        "gallery": {**dict.fromkeys(sizes, static("frontend/icon.svg")), "width": 512, "height": 512},
        "availability_modes": [
            {"mode": mode, "quantity": 12, "shipsFrom": "2026-12-20"}
            for mode in ("IN_STOCK", "MADE_TO_ORDER", "PRE_ORDER", "OUT_OF_STOCK")
        ],
        "pricing": Example(
            "VariantPricingInfo",
            **{
                "pricePrior.gross.amount": Decimal(108),
                "discountPrior.gross.amount": Decimal(22),
                "priceUndiscounted.gross.amount": Decimal(115),
            },
        ),
    }


def _proof() -> dict[str, Any]:
    certificate = {"title": "ISO 9001", "issuer": "QUACERT", "number": "HT 1234/5.26", "validUntil": "2027-05-01"}
    value = {"value": "", "file": None, "richText": "", "localized": {"name": words("Acacia")}}
    facts = [("PLAIN_TEXT", value), ("SWATCH", {**value, "value": "#7e2413", "localized": {"name": words("Cinnabar")}})]
    return {
        "certificates": [Example("Certificate", fileUrl="#", **certificate)],
        "facts": [
            {"attribute": {"inputType": kind, "localized": {"name": words("Wood")}}, "values": [one]}
            for kind, one in facts
        ],
        "safe": Example("Product", localized={"warnings": words("Not for children under three.")}),
        "traded": Example("Product", species=["Acacia mangium"], restrictions=["TIMBER"], unNumber="1263"),
        "packed": Example("ProductVariant", packedSize=SIZE, cartonSize=SIZE),
        "rules": [Example("TradeRule", status=status, message="Needs a phytosanitary certificate.", isForMakers=False)
                  for status in ("BLOCKED", "PAPERS", "NOTE")],
        "reviews": [Example("ProductReview", id="1", text="Heavier than it looks, and it fits.", variantName="Red",
                            language={"code": "EN"}, **{"answer.language": {"code": "VI"}, "answer.text": "Cảm ơn."})],
        "gaps": [Example("PublishGap", href="#", message="The label needs a number under its barcode.")],
        "sizes": Example("SizeChart", kind="SHOES_WOMEN", measures=["foot_mm"], systems=["EU", "UK", "US", "JP"],
                         rows=[{"measures": [Decimal(235)], "sizes": ["37", "4", "6.5", "23.5"]}]),
    }  # fmt: skip


def _costs() -> dict[str, Any]:
    line = {"rate": Decimal("0.027"), "label": "Import duty", "basis": "9401 69 00", "effectiveFrom": "2026-01-01"}
    estimate = Example(
        "LandedCostEstimate",
        incoterm="DAP",
        asOf="2026-11-20",
        disclaimer="An estimate; customs decide.",
        missing=["The fee of the carrier for clearing"],
        lines=[Example("LandedCostLine", **line), Example("LandedCostLine", amount=None, **line)],
        whoPays=[{"what": "Main carriage", "payer": "SELLER"}, {"what": "Duty", "payer": "BUYER"}],
    )
    taxed = {"gross": {"amount": 172, "currency": "EUR"}}
    product = {"localized": {"name": words("Round tray")}, "thumbnail": None}
    row = {"quantity": 2, "unitPrice": taxed, "totalPrice": taxed, "discount": {"amount": 12, "currency": "EUR"}}
    lines = [{**row, "variant": {"name": "Red", "product": product}}]
    return {"estimate": estimate, "group": {"seller": {"craft": "LACQUER"}, "lines": lines}}


def _field(kind: str, label: str, options: list[tuple[str, str]], value: str) -> dict[str, Any]:
    """A field as `seller_desk.attribute_form` makes it."""
    return {"name": f"a-{kind}", "label": label, "hint": "", "kind": kind, "options": options, "value": value,
            "required": False, "chosen": ["red"], "count": len(options), "unit": "cm", "file": None}  # fmt: skip
