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
from marketplace.accounts.mail import letters as accounts
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.previews import Sample, register_samples
from marketplace.accounts.mail.write import LetterText, composed
from marketplace.sellers import mail as sellers
from marketplace.webhooks import letter as webhooks
from orders.letters.samples import SAMPLES as ORDERS

WORDS: Mapping[str, object] = {
    "name": "An Ví Dụ",
    "seller": "Xưởng Mộc Ví Dụ",
    "link": "https://marketplace.example/sample",
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
    "instructions": "Ngừng sử dụng và gửi lại cho xưởng.",
}
MODULES = (
    accounts,
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
