"""Pages that no link of the demo leads to: what people do first so that they are there."""

import sys
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from tests.factories.customs import RULE, WRONG, rules_csv
from tests.pages.names import name_of
from tests.pages.people import FAIR_OFFICER, GUEST, SHOPPER, STAFF, WOODWORKER, Person
from tests.pages.reader import Reader

Found = Iterator[tuple[str, str, str]]
"""The page's name, the key of who reads it, its path."""
TOKEN = "?token=an-example"
PRODUCTS = "Tên sản phẩm,Mã SKU,Giá (VND)\nGhế tre,GHE-TRE-01,1250000\nBàn tre,BAN-TRE-01,hai triệu\n"
COUNTS = "SKU,Số lượng\nGHE-SOI-01,17\nKHONG-CO,1\n"
LOTS = "Số lô,SKU,Số lượng,Số tem,Công đoạn,Ngày,Địa điểm\nF-1,KHONG-CO,24,6,Sản xuất,2026-10-01,Xưởng\n"
STATEMENT = "Date,Amount,Text\n2026-11-12,120.00,Order without a number\n"
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg"><g id="booths">
<rect data-code="N1" x="30" y="20" width="3" height="3"/><rect data-code="N2" x="36" y="20" width="3" height="3"/>
</g></svg>"""


def make(site: str) -> dict[str, tuple[str, str]]:
    """By the page's name who reads it and where."""
    found = {}
    for person, steps in STEPS.items():
        reader = Reader(site, person)
        for step in steps:
            try:
                found.update({name: (key, path) for name, key, path in step(reader)})
            except (AssertionError, LookupError) as reason:
                # The pages are told by name as not reached; here stands why.
                sys.stderr.write(f"{person.key}, {step.__name__}: {reason}\n")
    return found


def letters(reader: Reader) -> Found:
    """Where links of letters lead. Those that ask who invited show that the link is no longer good."""
    at = f"/{reader.person.language}/{reader.person.market}"
    for name, path in (("confirm", "confirm"), ("set-password", "set-password"), ("invitation", "invitation"),
                       ("fair-quote", "fair-quote")):  # fmt: skip
        yield name, reader.person.key, f"{at}/{path}{TOKEN}"
    yield "confirm-warranty", reader.person.key, f"/{reader.person.language}/warranty{TOKEN}"
    yield "exhibitor-invitation", reader.person.key, f"/{reader.person.language}/exhibitor-desk/invitation{TOKEN}"


def basket(reader: Reader) -> Found:
    """An account keeps its basket: whoever signs in as the buyer afterwards has it too."""
    at = f"/{reader.person.language}/{reader.person.market}"
    for words in ("tafel", "kom"):
        links = reader.links(reader.get(f"{at}/products?q={words}"))
        reader.send(_first(links, f"{at}/products/"), "add")
    for name, path in (("basket", "basket"), ("checkout", "checkout"), ("checkout-papers", "checkout/papers")):
        yield name, reader.person.key, f"{at}/{path}"


def sellers_files(reader: Reader) -> Found:
    """Files that a maker hands in, looked through and not applied."""
    home = urlsplit(reader.get(f"/{reader.person.language}/seller/").url).path.rstrip("/")
    for name, page, action, file in (
        ("seller-imports-import", "imports", "upload", ("san-pham.csv", PRODUCTS.encode())),
        ("seller-stock-import-file", "stock/import", "hand_in", ("kho.csv", COUNTS.encode())),
        ("seller-lot-import-file", "lot-import", "hand_in", ("lo.csv", LOTS.encode())),
    ):
        yield name, reader.person.key, reader.path_of(reader.send(f"{home}/{page}", action, file=file))
    yield "seller-translations-file", reader.person.key, translated(reader, f"{home}/translations")
    yield "seller-webhooks-webhook", reader.person.key, webhook(reader, f"{home}/webhooks")


def beside_lists(reader: Reader) -> Found:
    """What belongs to an order or a product, and shows only in some states of it: the first that has it."""
    home, key = urlsplit(reader.get(f"/{reader.person.language}/seller/").url).path.rstrip("/"), reader.person.key
    for name, page, below in (
        ("seller-orders-order-packing", "orders", "packing"),
        ("seller-orders-order-carriers", "orders", "carriers"),
        ("seller-products-category", "products", "category"),
    ):
        links = reader.links(reader.get(f"{home}/{page}"))
        rows = [link for link in links if name_of(link) in {"seller-orders-order", "seller-products-texts"}]
        there = [path for path in (f"{row}/{below}" for row in rows) if reader.get(path).status_code == 200]
        yield name, key, _first(there, home)


def own_delivery(reader: Reader) -> Found:
    """A maker who brings goods to neighbours in a lorry of their own."""
    home, key = urlsplit(reader.get(f"/{reader.person.language}/seller/").url).path.rstrip("/"), reader.person.key
    made = reader.send(f"{home}/delivery/new", "save", name="Bình Dương", countries="VN")
    zone = reader.path_of(made)
    yield "seller-delivery-zone", key, zone
    yield "seller-delivery-method", key, reader.path_of(reader.send(zone, "add", name="Xe tải nhỏ", type="PRICE"))


def operators_files(reader: Reader) -> Found:
    desk, key = f"/{reader.person.language}/operator", reader.person.key
    yield "operator-translations-file", key, translated(reader, f"{desk}/translations")
    yield "operator-webhooks-webhook", key, webhook(reader, f"{desk}/webhooks")
    rules = ("rules.csv", rules_csv(RULE, WRONG))
    yield "operator-customs-edition", key, reader.path_of(reader.send(f"{desk}/customs", "bring", file=rules))
    reader.send(f"{desk}/bank", "bring", file=("statement.csv", STATEMENT.encode()), currency="EUR")
    yield "operator-bank-entry", key, _first(reader.links(reader.get(f"{desk}/bank")), f"{desk}/bank/")


def preview(reader: Reader) -> Found:
    """A page of the marketplace before everybody reads it."""
    desk = f"/{reader.person.language}/operator/pages"
    page = _first(reader.links(reader.get(desk)), f"{desk}/")
    yield "site-preview", reader.person.key, reader.path_of(reader.send(page, "preview"))


def drawing(reader: Reader) -> Found:
    """A hall's plan as an architect sends it."""
    desk = f"/{reader.person.language}/expo-desk/"
    fair = _first(reader.links(reader.get(desk)), desk).removesuffix("/overview")
    made = reader.send(f"{fair}/drawings", "preview", file=("hall.svg", DRAWING.encode()))
    yield "expo-fair-drawings-drawing", reader.person.key, reader.path_of(made)


def translated(reader: Reader, desk: str) -> str:
    """The file for translators, handed in as it was fetched."""
    file = reader.get(f"{desk}/download?source=vi&language=nl&format=XLIFF&state=ALL")
    name = file.headers.get("Content-Disposition", "").partition('filename="')[2].strip('"')
    if not name:
        raise LookupError(f"{file.url} is no file")
    return reader.path_of(reader.send(desk, "upload", file=(name, file.content)))


def webhook(reader: Reader, desk: str) -> str:
    """One that points to a place that is not there."""
    reader.send(desk, "add", name="Kho hàng", targetUrl="https://kho.example/webhooks", events="ORDER_PLACED")
    return _first(reader.links(reader.get(desk)), f"{desk}/")


def _first(links: list[str], beginning: str) -> str:
    for link in links:
        if link.startswith(beginning) and link != beginning:
            return link
    raise LookupError(f"no link begins with {beginning}")


STEPS: dict[Person, tuple[Callable[[Reader], Found], ...]] = {
    GUEST: (letters,),
    SHOPPER: (basket,),
    WOODWORKER: (sellers_files, beside_lists, own_delivery),
    STAFF: (operators_files, preview),
    FAIR_OFFICER: (drawing,),
}
