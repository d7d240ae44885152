"""The one table of all letters with made-up data: what operators see when they look at how the marketplace writes."""

from collections.abc import Mapping

from catalog.products.certificates import letter as certificates
from catalog.products.takedown import letters as takedowns
from catalog.stock import low_letter as stock
from catalog.traceability.mass_balance import letter as balances
from catalog.traceability.recall import letter as recalls
from catalog.traceability.shopper.fakes import letter as fakes
from catalog.traceability.shopper.scans import letter as scans
from catalog.traceability.shopper.warranty import letter as warranties
from logistics.shipments.alerts import letter as shipments
from marketplace.accounts.impersonation import letter as impersonation
from marketplace.accounts.mail import letters as accounts
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.previews import Sample, register_samples
from marketplace.accounts.mail.write import LetterText, composed
from marketplace.accounts.people import letter as people
from marketplace.expo.applications import letters as fair_applications
from marketplace.expo.invoices import letters as fair_invoices
from marketplace.expo.manual import letters as fair_manuals
from marketplace.expo.meetings.samples import SAMPLES as MEETINGS
from marketplace.expo.news import letter as fair_news
from marketplace.expo.people import invite as fair_people
from marketplace.expo.seminars.samples import SAMPLES as SEMINARS
from marketplace.expo.visitors import letter as visitors
from marketplace.fair_trade import letter as fair_trade
from marketplace.sellers import mail as sellers
from marketplace.webhooks import letter as webhooks
from orders.letters.samples import SAMPLES as ORDERS

WORDS: Mapping[str, object] = {
    "name": "An Ví Dụ",
    "seller": "Xưởng Mộc Ví Dụ",
    "link": "https://marketplace.example/sample",
    "device": "Firefox, Windows",
    "reason": "Giấy phép chưa đọc được.",
    "certificate": "FSC",
    "number": "VD-0000",
    "day": "2026-12-24",
    "what": "Ghế ăn gỗ tần bì",
    "authority": "Cơ quan Ví Dụ",
    "received": "2026-11-20 12:00",
    "reference": "VD-9",
    "legal_basis": "Điều 0, Luật Ví Dụ",
    "note": "Tài liệu đã đầy đủ.",
    "sku": "VD-GHE-01",
    "product": "Ghế ăn gỗ tần bì",
    "left": 3,
    "threshold": 5,
    "webhook": "Kho Ví Dụ",
    "carrier": "Tàu Nhanh Ví Dụ",
    "meaning": "Hải quan đang xem hàng.",
    "code": "7K3M-9QXW-2T4BC",
    "lot": "LO-0001",
    "address": "https://warehouse.example/hook",
    "found": "430",
    "allowed": "425",
    "unit": "kg",
    "lots": "LO-0001",
    "start": "2027-03-10",
    "end": "2027-03-13",
    "exhibitor": "Gốm Ví Dụ",
    "fair": "Hội chợ Ví Dụ 2027",
    "title": "Giờ dựng gian hàng",
    "body": "Cổng A mở lúc 7 giờ.\n\nXe tải vào cổng C.",
    "message": "Cảm ơn anh đã ghé gian hàng.",
    "firm": "Gốm Ví Dụ",
    "amount": "24.550.000 ₫",
    "sum": "10.000.000 ₫",
    "page": "Xây dựng gian hàng",
    "instructions": "Ngừng sử dụng và gửi lại cho xưởng.",
}
MODULES = (
    fair_applications,
    fair_invoices,
    fair_manuals,
    fair_people,
    accounts,
    impersonation,
    people,
    sellers,
    certificates,
    takedowns,
    stock,
    shipments,
    webhooks,
    balances,
    recalls,
    scans,
    fakes,
    warranties,
    visitors,
    fair_trade,
)


def _texts() -> dict[str, LetterText]:
    found = [value for module in MODULES for value in vars(module).values() if isinstance(value, LetterText)]
    return {text.kind: text for text in found}


def _sample(text: LetterText) -> Sample:
    def compose(language: str) -> Letter:
        return composed(text, language, **WORDS)

    return compose


def connect() -> None:
    """Make all samples known. Called once, when the application starts."""
    register_samples({kind: _sample(text) for kind, text in _texts().items()})
    register_samples(ORDERS)
    register_samples(fair_news.samples(WORDS))
    register_samples(MEETINGS)
    register_samples(SEMINARS)
