"""Arguments that an enemy or a broken client would send, drawn for any field from the schema's types."""

import base64
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_nullable_type,
)

from marketplace.graphql import to_global_id
from tests.api.world import World, workbook
from tests.factories.catalog import make_image

OMITTED = object()
ALTERNATIVES = {"slug", "sku", "externalReference"}
"""What names the same as an id; only one of them is taken."""
ONE_OF = {
    "ConversationStartInput": ("productId", "sellerId", "quoteId", "sellerOrderId"),
    "MenuItemInput": ("page", "category", "collection", "url"),
    "MenuItemCreateInput": ("page", "category", "collection", "url"),
}
"""Fields of an input of which only one is taken."""
LONG = 6000
ODD_TEXTS = [
    "", " ", "\u200b", "\u00a0", "x" * 151, "x" * 256, "ẵ" * LONG, "a" + "\u0301" * 300, "\u202egnp.exe",
    "\u200f\u202b",
    "\ufeff", "\u2028", "\ufdfd", "👩‍👩‍👧‍👦" * 40, "\U0001f1fb\U0001f1f3", "İıſß", "٣", "²", "１２", "½", "\x00",
    "\ud800", "\x1b[31m",
    "\x7f", "\r\nBcc: all@example.org", "a\tb", "<script>alert(1)</script>", "javascript:alert(1)", "=1+1", "@SUM(1)",
    "NaN", "Infinity", "-0", "1e999", "1E+30", "null", "../../etc/passwd", "..\\..\\x", "%s%n%(x)s", "%", "{{7*7}}",
    "{0}",
    "'; DROP TABLE accounts_user; --",
    '"', "\\", "/", "http://[::1", "http://169.254.169.254/", "https://ex\u202eample.org",
    "a@b", "a@b@c", "@", "+", "+84", "0" * 40, "-1", "99999999999999999999999", "AND OR NOT (", '"unclosed', "name:*",
    "*", "?", "~", "^^", "sku:[a TO z]", "1970-01-01", "vn", "VN ", "en-US-u-ca-buddhist", "zh_Hans",
]  # fmt: skip
ODD_INTS = [0, -1, 1, 2, 7, 99, 100, 101, 1000, 2**15, 2**31 - 1, -(2**31), 2**31, 2**63, -(2**63), 2**70]
ODD_DECIMALS = [
    0, -1, 1, "0", "-0", "-1", "0.01", "0.001", "1E+30", "1E-30", "1e17", "1e-18", "999999999999999999", "NaN", "sNaN",
    "999999999999.99", "0.000000000000000001", "123456789012345678.123456789012345678", "-999999999999999999",
    "Infinity", "-Infinity", "1_000", "٣", "1.", ".5", "0x10", "", " 1", 2**64, "99999999.995", "1e99", True,
]  # fmt: skip
ODD_DATES = ["0001-01-01", "9999-12-31", "1000-01-01", "2024-02-30", "2026-13-01", "", "26-1-1", "٢٠٢٦-٠١-٠١", 20260101]
ODD_MOMENTS = [
    "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "0001-01-02T00:00:00+14:00", "9999-12-31T23:59:59.999999Z",
    "9999-12-31T23:59:59-12:00", "9999-12-30T12:00:00Z", "1583-01-01T00:00:00+07:00", "2026-01-01T00:00:00",
    "2026-01-01",
    "2026-01-01T25:00:00Z", "", "now", "2026-01-01T00:00:00+99:99",
]  # fmt: skip
ODD_OTHERS: list[Any] = [None, True, 1, 1.5, [], {}, [[]], {"x": None}, "NOPE", [None]]
KEYS = ["0", "-1", "1e3", "٣", "²", " 1", "1 ", "+1", "007", "9" * 18, "9" * 19, "9" * 40, "None", "x", "1:2", "",
        "00000000-0000-0000-0000-000000000000", "not-a-uuid", "{00000000000000000000000000000000}", "\x00",
        "\u0661"]  # fmt: skip
CURSORS = [None, 0, -1, 2**63, 2**80, 1.5, True, "", "x", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00",
           "NaN", "1E+999999", "-1E+999999", "\x00", "\ud800", "9" * 400, "٣", [], {}]  # fmt: skip


@cache
def odd_ids() -> list[str]:
    types = ["Product", "Checkout", "Order", "User", "Seller", "Nothing", "Lot", "Shipment"]
    made = [to_global_id(type_name, key) for type_name in types for key in KEYS if "\ud800" not in key]
    return ["", "1", "=", "AAAA", "x" * 300, "UHJvZHVjdDo=", "UHJvZHVjdDox\n", " UHJvZHVjdDox", *made]


@cache
def odd_cursors() -> list[str]:
    """Cursors of our own form with values that no row has, and texts that are none."""
    lists = [*([value] for value in CURSORS), *([value, value] for value in CURSORS), [], [1, 2, 3, 4, 5]]
    made = [base64.b64encode(json.dumps(values).encode()).decode() for values in lists]
    urls = [base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=") for values in lists]
    return ["", "x", "=", "MQ==", *made, *urls]


# ---- files


def _huge_png() -> bytes:
    """A few bytes that say they are a picture of 60,000 by 60,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def _bomb() -> bytes:
    """A workbook whose sheet unpacks to forty megabytes of nothing."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(("SKU",)))) as model,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb,
    ):
        for item in model.infolist():
            data = model.read(item)
            if item.filename.endswith("sheet1.xml"):
                data = b"<worksheet>" + b" " * 40_000_000
            bomb.writestr(item.filename, data)
    return out.getvalue()


def _strange_cells() -> bytes:
    return workbook(
        ("SKU", "Tên", "Giá", "Số lượng", "Email", None),
        ("=1+1", "<script>", 1e300, -5, "\u202e", True),
        (None, None, None, None, None, None),
        ("x" * 32_000, 12345678901234567890, "NaN", "1E+30", "#REF!", ""),
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
_MAKERS: dict[str, Callable[[], bytes]] = {
    "products.xlsx": lambda: workbook(("SKU", "Tên sản phẩm", "Giá", "Số lượng"), ("A-1", "Ghế", 1000, 3)),
    "exhibitors.xlsx": lambda: workbook(("Tên doanh nghiệp", "Email"), ("Công ty Mẫu", "a@example.org")),
    "picture.png": make_image,
    "picture.jpg": lambda: make_image(image_format="JPEG"),
    "empty.xlsx": lambda: b"",
    "strange.xlsx": _strange_cells,
    "bomb.xlsx": _bomb,
    "huge.png": _huge_png,
    "cut.png": lambda: make_image()[:60],
    "drawing.svg": lambda: SVG,
    "drawing.png": lambda: SVG,
    "page.html": lambda: b"<html><script>alert(1)</script>",
    "macro.gif": lambda: b"GIF89a/*<script>*/=1",
    "table.csv": lambda: "SKU,Tên\r\nA,Ghế\r\n".encode("utf-16"),
    "nul.csv": lambda: b"SKU,Ten\r\n\x00,\x00\r\n",
    "latin.csv": lambda: b"SKU;Ten\r\nA;\xe9\xff\r\n\"unclosed",
    "wide.csv": lambda: b"SKU," * 3000 + b"\r\n",
    "deep.csv": lambda: b"SKU\r\n" + b"A\r\n" * 3000,
    "old.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "zip.xlsx": lambda: b"PK\x05\x06" + b"\0" * 18,
}  # fmt: skip
NAMES = [
    "",
    "../../x.xlsx",
    "x" * 400 + ".xlsx",
    'a";\r\nX: y.xlsx',
    "\u202excod.xlsx",
    ".htaccess",
    "a.php",
    "=1+1.csv",
]
_made: dict[str, bytes] = {}


def upload(name: str, own_name: str | None = None) -> SimpleUploadedFile:
    """One of the files above, under its name or another."""
    if name not in _made:
        _made[name] = _MAKERS[name]()
    file = SimpleUploadedFile(name, _made[name], "application/octet-stream")
    if own_name is not None:
        file._name = own_name  # what a client says; Django's own setter would tidy it
    return file


def hostile_upload(chance: Random) -> Any:
    if chance.random() < 0.1:
        return chance.choice([None, "file", 1, {}])
    return upload(chance.choice(list(_MAKERS)), chance.choice([None, None, *NAMES]))


# ---- values by type


class FirstChoice(Random):
    """No chance at all: the first of every choice."""

    def choice(self, seq: Any) -> Any:
        return seq[0]

    def random(self) -> float:
        return 0.5


class Arguments:
    """The variables of one field: mostly fitting ones, with a hostile value in one place or in several."""

    def __init__(self, world: World, kind: str, name: str, field: GraphQLField) -> None:
        self.world, self.kind, self.name, self.field = world, kind, name, field
        self.share = 0.0
        self.complete = False
        self.inside = ""

    def draw(self, chance: Random) -> dict[str, Any]:
        self.chance = chance
        self.leaf, self.target = 0, chance.randint(-1, 3 * len(self.field.args))
        self.share, self.complete = chance.choice([0, 0, 0, 0, 0.1, 0.4]), False
        return self._values()

    def fitting(self) -> dict[str, Any]:
        """All arguments, and nothing hostile in them: ids of what the cast's first seller, its buyer or staff have."""
        self.chance, self.leaf, self.target, self.share, self.complete = FirstChoice(), 0, 0, 0.0, True
        return self._values()

    def _values(self) -> dict[str, Any]:
        values = {name: self._value(argument.type, name) for name, argument in self.field.args.items()}
        return {name: value for name, value in values.items() if value is not OMITTED}

    def _is_hostile(self) -> bool:
        """One place of the input, or every few of them."""
        self.leaf += 1
        return self.leaf == self.target or self.chance.random() < self.share

    def _value(self, type_: Any, name: str) -> Any:
        if isinstance(type_, GraphQLNonNull):
            return self._present(type_.of_type, name)
        if self.complete and name not in {"last", "after", "before", *ALTERNATIVES}:
            return self._present(type_, name)
        if name in {"last", "after", "before"} and not self._is_hostile():
            return OMITTED
        if name in ALTERNATIVES and "id" in self.field.args and self.chance.random() < 0.7:
            return OMITTED
        choice = self.chance.random()
        return OMITTED if choice < 0.25 else None if choice < 0.32 else self._present(type_, name)

    def _present(self, type_: Any, name: str) -> Any:
        if isinstance(type_, GraphQLList):
            return self._list(type_, name)
        if isinstance(type_, GraphQLInputObjectType):
            return self._object(type_)
        return self._hostile(type_, name) if self._is_hostile() else self._fitting(type_, name)

    def _object(self, type_: GraphQLInputObjectType) -> dict[str, Any]:
        outer, self.inside = self.inside, type_.name
        values = {key: self._value(field.type, key) for key, field in type_.fields.items()}
        self.inside = outer
        if type_.name in ONE_OF and (self.complete or self.chance.random() < 0.8):
            kept = self.chance.choice(ONE_OF[type_.name])
            values = {key: value for key, value in values.items() if key == kept or key not in ONE_OF[type_.name]}
        return {key: value for key, value in values.items() if value is not OMITTED}

    def _list(self, type_: Any, name: str) -> list[Any]:
        item = get_nullable_type(type_.of_type)
        if self._is_hostile():
            return [self._present(item, name)] * self.chance.choice([0, 2, 60, 300])
        return [self._present(item, name) for _ in range(self.chance.choice([1, 1, 1, 2, 3]))]

    def _hostile(self, type_: Any, name: str) -> Any:
        if type_.name == "Upload":
            return hostile_upload(self.chance)
        if self.chance.random() < 0.1:
            return self.chance.choice(ODD_OTHERS)
        if name in {"after", "before"}:
            return self.chance.choice(odd_cursors())
        if isinstance(type_, GraphQLEnumType):
            return self.chance.choice(list(type_.values))
        return self.chance.choice(self._odd(type_.name))

    def _odd(self, type_name: str) -> list[Any]:
        if type_name == "ID":
            return [*odd_ids(), *self.world.texts["ids"]]
        return {"Int": ODD_INTS, "Decimal": ODD_DECIMALS, "Date": ODD_DATES, "DateTime": ODD_MOMENTS,
                "Boolean": [True, False, "yes"], "PositiveDecimal": ODD_DECIMALS, "CountryCode": ODD_TEXTS,
                "UUID": [*KEYS, *ODD_TEXTS], "JSON": [*ODD_OTHERS, *ODD_TEXTS],
                "String": [*ODD_TEXTS, "".join(self._signs())]}[type_name]  # fmt: skip

    def _signs(self) -> Iterator[str]:
        """Some signs from anywhere in Unicode."""
        for _ in range(self.chance.randint(1, 12)):
            yield chr(self.chance.choice([self.chance.randint(1, 0x2FF), self.chance.randint(1, 0x10FFFF)]))

    def _fitting(self, type_: Any, name: str) -> Any:
        choice = self.chance.choice
        if isinstance(type_, GraphQLEnumType):
            return choice(list(type_.values))
        match type_.name:
            case "ID":
                return self._id(name)
            case "Upload":
                return upload(choice(["products.xlsx", "exhibitors.xlsx", "picture.png"]))
            case "UUID":
                return choice(self.world.texts[f"UUID {name}"])
        given, own = self.world.texts, f"{self.name} {name}"
        words = given.get(own) or given.get(name) or WORDS.get(own) or WORDS.get(name)
        return choice(words or FITTING[type_.name])

    def _id(self, name: str) -> str:
        if name == "deliveryMethodId":
            return self.chance.choice(self.world.texts["deliveryMethodId"])
        type_name = id_type(self.kind, self.name, name, self.inside)
        if type_name in self.world.own and self.chance.random() < 0.75:
            return self.chance.choice(self.world.own[type_name])
        return self.chance.choice(self.world.texts[f"ids of {type_name}"])


FITTING: dict[str, list[Any]] = {
    "String": ["Gỗ tần bì", "Một", "x"], "Int": [1, 2, 3, 5, 20], "Decimal": ["1", "3", "12.50", "120", "5"],
    "Date": ["2026-10-02", "2027-03-04"],
    "PositiveDecimal": ["1", "120"], "CountryCode": ["NL", "VN"], "JSON": [{"cardNumber": "4242 4242 4242 4242"}, {}],
    "DateTime": ["2026-10-02T03:00:00Z", "2026-10-09T03:00:00+07:00"], "Boolean": [True, False],
}  # fmt: skip
ID_TYPES = {
    "quoteId": "Quote", "quote": "Quote", "request": "QuoteRequest", "requestLineId": "QuoteRequestLine",
    "quoteLineId": "QuoteLine", "sellerOrderId": "SellerOrder", "sellerOrder": "SellerOrder",
    "expoId": "Expo", "hallId": "Hall", "boothId": "Booth", "exhibitorId": "Exhibitor", "sellerId": "Seller",
    "seller": "Seller", "sellers": "Seller", "productId": "Product", "product": "Product",
    "variantId": "ProductVariant",
    "variant": "ProductVariant", "lineId": "CheckoutLine", "orderLineId": "OrderLine", "lotId": "Lot",
    "supersedes": "TraceStep", "category": "Category", "categories": "Category", "productType": "ProductType",
    "channelId": "Channel", "removeChannels": "Channel", "mediaIds": "ProductMedia", "warehouse": "Warehouse",
    "invitation": "ReviewInvitation", "products": "Product", "productIds": "Product",
    "fromWarehouse": "Warehouse", "toWarehouse": "Warehouse", "webhook": "Webhook",
    "productTypeId": "ProductType", "attribute": "Attribute", "attributes": "Attribute", "attributeId": "Attribute",
    "attributeIds": "Attribute", "productAttributes": "Attribute", "variantAttributes": "Attribute",
    "valueIds": "AttributeValue", "removeValues": "AttributeValue", "collectionId": "Collection",
    "responsiblePerson": "ResponsiblePerson", "hall": "Hall", "creditOf": "Order", "payment": "Payment",
    "refund": "Refund", "statement": "BankStatement",
    "linesIds": "CheckoutLine", "checkoutId": "Checkout", "collection": "Collection",
    "collections": "Collection", "page": "Page", "menu": "Menu",
    "parent": "Category", "promoCodeId": "Product", "oneOf": "Category", "eq": "Category",
}  # fmt: skip
BY_INPUT = {
    "AttributeValueInput": "Attribute", "ProductAttributeAssignInput": "Attribute",
    "AttributeValueSelectableTypeInput": "AttributeValue", "AttributeFilterInput": "Attribute",
    "CategoryFilterInput": "Category", "CollectionFilterInput": "Collection", "ProductTypeFilterInput": "ProductType",
    "SellerFilterInput": "Seller", "PageWhereInput": "Page",
}  # fmt: skip
"""What ``id`` and ``ids`` mean inside an input that is not about the field's own subject."""
BY_FIELD = {
    "quote": "Quote", "quoteRequest": "QuoteRequest", "buyerTerms": "BuyerTerms", "conversation": "Conversation",
    "messageSend": "Conversation", "messageReport": "Message", "messageReportDecide": "MessageReport",
    "payout": "Payout", "ledgerDifference": "LedgerDifference",
    "expo": "Expo", "exhibitorImport": "ExhibitorImport", "exhibitor": "Exhibitor", "exhibit": "Exhibit",
    "hall": "Hall", "glossaryTerm": "GlossaryTerm", "translationImport": "TranslationImport",
    "translationsUpdate": "TranslationUnit", "translationReview": "TranslationUnit",
    "checkout": "Checkout", "orderC": "Order", "orderP": "Order", "orderM": "Order", "order": "Order",
    "sellerOrder": "SellerOrder", "shipment": "Shipment", "lot": "Lot", "traceStep": "TraceStep", "product": "Product",
    "productVariant": "ProductVariant", "productMedia": "ProductMedia", "productImport": "ProductImport",
    "seller": "Seller", "sellerMember": "SellerMember",
    "sellerMemberInvite": "Seller", "sellerInvitation": "SellerInvitation", "accountAddress": "Address",
    "accountSetDefaultAddress": "Address",
    "category": "Category", "channel": "Channel", "productType": "ProductType", "attribute": "Attribute",
    "attributeValue": "AttributeValue", "collection": "Collection", "takedown": "Takedown",
    "responsiblePerson": "ResponsiblePerson", "exportFile": "ExportFile",
    "stockImport": "StockImport", "warehouse": "Warehouse", "webhook": "Webhook", "webhookReplay": "WebhookDelivery",
    "voucher": "Voucher", "return": "ReturnRequest", "returnRequestCreate": "SellerOrder", "dispute": "Dispute",
    "disputeOpen": "SellerOrder", "orderLine": "OrderLine",
    "commissionRule": "CommissionRule", "refund": "Refund", "bankEntry": "BankEntry",
    "outgoingLetter": "OutgoingLetter", "page": "Page", "menu": "Menu", "menuItem": "MenuItem",
    "deliveryOptions": "Checkout", "paymentGateway": "Checkout", "transactionInitialize": "Checkout",
    "transactionProcess": "TransactionItem", "updateMetadata": "Order", "deleteMetadata": "Order",
    "updatePrivateMetadata": "Order", "deletePrivateMetadata": "Order",
    "certificate": "Certificate", "productReview": "ProductReview", "reviewInvitation": "ReviewInvitation",
}  # fmt: skip


def id_type(kind: str, field_name: str, argument: str, inside: str = "") -> str:
    """What type of id an argument takes: by its name, or for ``id`` by its input or what the field is about."""
    if argument in {"id", "ids"} and inside in BY_INPUT:
        return BY_INPUT[inside]
    if argument == "parent" and inside == "MenuItemCreateInput":
        return "MenuItem"
    if argument in ID_TYPES and not (argument == "category" and field_name == "category"):
        return ID_TYPES[argument]
    if argument == "ids":
        return "Product"
    prefixes = [prefix for prefix in BY_FIELD if field_name.startswith(prefix)]
    return BY_FIELD[max(prefixes, key=len)]


WORDS = {
    "namedPlace": ["Utrecht"],
    "password": ["a-long-enough-passphrase"], "oldPassword": ["a-long-enough-passphrase"],
    "newPassword": ["another-long-passphrase"], "phone": ["+31301234567", "+842743822222"], "country": ["NL", "VN"],
    "countryCode": ["NL", "VN", "JP"], "currency": ["EUR", "VND"], "bankCode": ["999999"], "bic": ["VIDUVNVX"],
    "sellerBankAccountSet country": ["VN"], "accountNumber": ["113366668888"],
    "originCountry": ["VN"], "postalCode": ["3511 AB"], "city": ["Utrecht"],
    "streetAddress1": ["Voorbeeldgracht 12"], "firstName": ["Sanne"], "lastName": ["Voorbeeld"], "base": ["EUR"],
    "quote": ["USD", "VND"], "hsCode": ["940169"], "hsCodes": ["9401"], "websiteUrl": ["https://moc.example"],
    "timezone": ["Asia/Ho_Chi_Minh"], "carrier": ["Sample Lines"], "paymentGateway": ["bank_transfer", "test_card"],
    "cardNumber": ["4242 4242 4242 4242", "4000 0000 0000 0002"], "gtin": ["8935001700012", "8935001700010"],
    "feed": ["spreadsheet"], "redirectUrl": [""], "taxCode": ["0314567890", "3702345674", "074180000016"],
    "search": ["ghe", "Ghế gỗ", "moc"], "prefix": ["gh"], "header": ["SKU", "Tên sản phẩm"],
    "field": ["sku", "name"], "column": ["SKU", "Tên sản phẩm"], "value": ["A-1", "120"],
    "cityArea": ["Phường Dĩ An", ""], "species": ["Hevea brasiliensis"], "unNumber": ["1263"],
    "samplePriceCurrency": ["USD"], "targetUrl": ["https://hooks.example.org/in"],
    "idempotencyKey": ["3f0c2a52-0d8e-4f5e-8a41-6f2f9f1c7a10"],
    "countryArea": ["Thành phố Hồ Chí Minh", ""], "companyName": [""], "streetAddress2": [""], "formerDistrict": [""],
}  # fmt: skip
