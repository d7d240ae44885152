"""Consignments, documents and shipments of plainly fictional people."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from i18n.money import Money
from logistics.consignment import Consignment, Item, Package, PackedItem, Party
from logistics.customs.documents.content import BankDetails, DocumentContent, Share
from logistics.customs.documents.document import DocumentKind
from logistics.shipments.create_shipment import create_shipment
from logistics.shipments.shipment import Shipment
from tests.factories.sellers import make_seller

_number = count(1)

BUYERS = {
    "vi": {"name": "Trần Thị Kiều Oanh", "country": "VN", "city": "", "area": "Phường Bến Thành",
           "region": "Thành phố Hồ Chí Minh", "street": ("12 đường Thử Nghiệm",), "postal_code": ""},
    "en": {"name": "Alex Example", "company": "Example Interiors Ltd", "country": "US", "city": "Springfield",
           "region": "Oregon", "street": ("100 Sample Street",), "postal_code": "97477"},
    "zh-Hans": {"name": "王示例", "country": "JP", "city": "东京", "street": ("样例路1号",), "postal_code": "100-0001"},
    "ja": {"name": "例 花子", "company": "見本家具株式会社", "country": "JP", "city": "千代田区", "region": "東京都",
           "street": ("見本町1-2-3",), "postal_code": "100-0001"},
    "ko": {"name": "김보기", "company": "보기가구", "country": "KR", "city": "서울특별시", "area": "종로구",
           "street": ("보기로 1",), "postal_code": "03000"},
    "nl": {"name": "Sanne Voorbeeld", "country": "NL", "city": "Rotterdam", "street": ("Teststraat 7",),
           "postal_code": "3011 AA"},
    "it": {"name": "Giulia Esempio", "company": "Esempio Arredi S.r.l.", "country": "IT", "city": "Milano",
           "street": ("Via Prova 3",), "postal_code": "20121", "tax_id": "IT00000000000"},
}  # fmt: skip
CHAIRS = {
    "vi": "Ghế ăn gỗ tần bì, sơn dầu tự nhiên",
    "en": "Dining chair of ash wood, natural oil finish",
    "zh-Hans": "白蜡木餐椅,天然木油涂装",
    "ja": "アッシュ材のダイニングチェア、天然オイル仕上げ",
    "ko": "물푸레나무 식탁 의자, 천연 오일 마감",
    "nl": "Eetkamerstoel van essenhout, natuurlijke olie",
    "it": "Sedia da pranzo in frassino, finitura a olio naturale",
}
BOWLS = {
    "vi": "Tô sơn mài đỏ son, lòng vàng",
    "en": "Lacquer bowl, cinnabar red, gold inside",
    "zh-Hans": "朱红漆碗,内壁贴金",
    "ja": "朱塗りの漆椀、内側金箔",
    "ko": "주칠 옻그릇, 안쪽 금박",
    "nl": "Lakschaal, vermiljoenrood, binnenkant goud",
    "it": "Ciotola laccata rosso cinabro, interno oro",
}


def make_seller_party(**overrides: Any) -> Party:
    values = {
        "name": "Nguyễn Văn Thử",
        "company": "Công ty TNHH Mộc Thử Nghiệm",
        "country": "VN",
        "street": ("25 đường số 9, khu phố Thử",),
        "area": "Phường Tân Uyên",
        "region": "Thành phố Hồ Chí Minh",
        "phone": "+84 900 000 000",
        "email": "xuatkhau@moc-thu.example",
        "tax_id": "3700000001",
    }
    return Party(**{**values, **overrides})


def make_buyer_party(language: str = "nl", **overrides: Any) -> Party:
    return Party(**{**BUYERS[language], **overrides})


def make_item(**overrides: Any) -> Item:
    values: dict[str, Any] = {
        "description": CHAIRS["en"],
        "quantity": 4,
        "unit_value": Money(Decimal("84.50"), "EUR"),
        "hs_code": "940169",
        "net_weight_g": 5200,
        "gross_weight_g": 6900,
        "length_mm": 560,
        "width_mm": 520,
        "height_mm": 940,
        "sku": "GHE-01",
    }
    return Item(**{**values, **overrides})


def make_consignment(language: str = "nl", **overrides: Any) -> Consignment:
    chair = make_item(description=CHAIRS[language], description_en=CHAIRS["en"])
    bowl = make_item(
        description=BOWLS[language], description_en=BOWLS["en"], quantity=12, hs_code="44209090", sku="TO-SM-12",
        unit_value=Money(Decimal("19.95"), "EUR"), net_weight_g=340, gross_weight_g=450,
        length_mm=180, width_mm=180, height_mm=90,
    )  # fmt: skip
    values: dict[str, Any] = {
        "seller": make_seller_party(),
        "buyer": make_buyer_party(language),
        "items": (chair, bowl),
        "packages": (
            Package(1, 14_200, 1200, 600, 1000, (PackedItem(0, 2),)),
            Package(2, 14_200, 1200, 600, 1000, (PackedItem(0, 2),)),
            Package(3, 6_050, 400, 400, 380, (PackedItem(1, 12),)),
        ),
        "freight": Money(Decimal("126.00"), "EUR"),
    }
    return Consignment(**{**values, **overrides})


def make_domestic_consignment(**overrides: Any) -> Consignment:
    """A chair from Tân Uyên to a person in Thuận An; values in đồng."""
    chair = make_item(description=CHAIRS["vi"], quantity=1, unit_value=Money(Decimal(1_450_000), "VND"))
    buyer = make_buyer_party("vi", phone="+84 912 345 678", area="Phường Thuận Giao", street=("7 đường Thử Nghiệm",))
    values: dict[str, Any] = {
        "seller": make_seller_party(area="Phường Tân Khánh"),
        "buyer": buyer,
        "items": (chair,),
        "packages": (Package(1, 7_350, 585, 540, 960, (PackedItem(0, 1),)),),
    }
    return Consignment(**{**values, **overrides})


def make_content(kind: DocumentKind = DocumentKind.COMMERCIAL_INVOICE, language: str = "nl", **overrides: Any) -> Any:
    values: dict[str, Any] = {
        "kind": kind,
        "number": "CI-BD-2026-000123-1",
        "issued_on": date(2026, 11, 21),
        "language": language,
        "consignments": (make_consignment(language),),
        "order_reference": "BD-2026-000123-1",
        "buyer_reference": "PO 4711",
        "carrier": "Sample Express",
        "tracking_number": "SX 0000 1234 VN",
        "payment_reference": "BD-2026-000123",
    }
    if kind == DocumentKind.PROFORMA:
        bank = BankDetails("Ngân hàng Thử Nghiệm", "Bình Dương Marketplace (thử)", "0000 0000 0000", "TESTVNVX")
        values |= {"bank": bank, "payment_due_on": date(2026, 11, 28)}
    if kind == DocumentKind.CREDIT_NOTE:
        amounts = (("Goods", "338.00"), ("Freight", "12.50"))
        values |= {
            "credits": tuple(Share(name, Money(Decimal(amount), "EUR")) for name, amount in amounts),
            "refers_to": "INV-17-2026-00001",
            "reason": "Kiện hàng bị ướt.",
        }
    return DocumentContent(**{**values, **overrides})


def make_shipment(seller: Any = None, **overrides: Any) -> Shipment:
    """A booked shipment with its papers issued."""
    values: dict[str, Any] = {
        "seller": seller or make_seller(),
        "reference": f"BD-2026-{next(_number):06d}-1",
        "consignment": make_consignment(),
        "carrier": "manual",
        "carrier_name": "Sample Express",
        "tracking_number": "SX 0000 1234 VN",
        "language": "nl",
    }
    return create_shipment(**{**values, **overrides})
