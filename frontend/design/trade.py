from decimal import Decimal
from typing import Any

from frontend.design.example import DAY, MOMENT, Example
from frontend.design.page import DesignPage
from frontend.proposal import proposal_rows
from frontend.version_table import version_table


class Trade(DesignPage):
    """Quotes, messages, returns, disputes, vouchers, papers and the words of the desks."""

    sheets = ("quotes", "seller_desk", "operator_desk", "design")

    def samples(self) -> dict[str, Any]:
        return {**_quotes(), **_talk(), **_aftermath(), **_desks()}


def _quotes() -> dict[str, Any]:
    lines: dict[str, Any] = {"unit": "PIECE", "quantity": 200, "requestLine": None, "variant": None}
    first = Example("QuoteVersion", number=1, author="SELLER", validUntil=DAY, lines=[_line(**lines, price="86.00")])
    second = Example("QuoteVersion", number=2, author="BUYER", validUntil=DAY, lines=[_line(**lines, price="79.50")])
    # A seller's offer, and what the buyer said to it.
    wished = Example("QuoteRequestLine", tradeRules=[])
    quote = Example("Quote", status="OFFERED", versions=[first, second], latestVersion=second)
    return {
        "quote": quote,
        "request": Example("QuoteRequest", text="For two shops.", files=[], lines=[wished]),
        "versions": version_table({"versions": [first, second]}),
        "rows": proposal_rows({"latestVersion": second, "request": {"lines": []}}, added=1),
        "events": [Example("QuoteEvent", at=MOMENT)],
        "files": [{"name": "drawing.pdf", "url": "#"}],
    }  # fmt: skip


def _line(*, price: str, **more: Any) -> Example:
    amount = {"amount": Decimal(price), "currency": "EUR"}
    return Example("QuoteLine", unitPrice=amount, tiers=[{"minimumQuantity": 500, "unitPrice": amount}], **more)


def _talk() -> dict[str, Any]:
    translated = {"status": "DONE", "text": "Khi nào hàng đi?", "engine": "NLLB", "language": {"code": "VI"}}
    asked: dict[str, Any] = {
        "text": "When do the goods leave?",
        "language": {"code": "EN"},
        "files": [],
        "isRemoved": False,
    }
    return {
        "messages": [
            Example("Message", authorName="Anneke", isMine=False, isUnread=True, translation=translated, **asked),
            Example("Message", authorName="Hoài An", isMine=True, isUnread=False, translation=None, **asked),
            Example("Message", authorName="Anneke", isMine=True, isUnread=False, **{**asked, "isRemoved": True}),
        ],
        "conversation": {"canBeTranslated": True, "translateInto": None},
        "about": {"quote": {"number": "Q-2026-000042"}},
        "reasons": [("FRAUD", "It asks for money past the marketplace")],
    }


def _aftermath() -> dict[str, Any]:
    line = {"productName": "Round tray", "productNameSource": "Khay tròn", "productSku": "KHAY-01"}
    returned = Example("ReturnRequest", status="REQUESTED", files=[], lines=[{"quantity": 2, "orderLine": line}])
    dispute = Example("Dispute", messages=[Example("DisputeMessage", files=[], at=MOMENT)])
    listed = {"totalCount": 1, "edges": [{"node": dispute}]}
    return {"returned": returned, "dispute": dispute, "disputes": listed}


def _desks() -> dict[str, Any]:
    channel = {
        "slug": "eu",
        "name": "European Union",
        "currencyCode": "EUR",
        "countries": [{"code": "NL"}, {"code": "IT"}],
    }
    listing = {"channel": channel, "discountValue": Decimal(10), "currency": "EUR", "minSpent": None}
    voucher = Example("Voucher", code="TET-2027", name="New year", discountValueType="PERCENTAGE", type="ENTIRE_ORDER",
                      channelListings=[listing], codes=[{"code": "TET-2027"}], startDate=DAY, endDate=None)  # fmt: skip
    device = Example("PushSubscription", kinds=["ORDER_RECEIVED"], **{"session.isCurrent": False})
    return {
        "push": {"applicationServerKey": "B", "kinds": ["ORDER_RECEIVED", "MESSAGE_RECEIVED"], "devices": [device]},
        "channel": channel,
        "voucher": voucher,
        "vouchers": {"totalCount": 1, "edges": [{"node": voucher}]},
        "narrowing": {"products": [("1", "Round tray", True)], "categories": [], "countries": []},
        "movements": [Example("StockMovement", kind="SOLD", quantity=-2, quantityAfter=10)],
        "looking": {"person": {"email": "inkoop@werfkade.example"}, "ends": MOMENT},
        "papers": {"files": [{"format": "PDF", "url": "#"}, {"format": "XML", "url": "#"}]},
        "takedowns": [
            {"liftedAt": None, "answeredAt": None, "isOverdue": False},
            {"liftedAt": None, "answeredAt": None, "isOverdue": True},
            {"liftedAt": None, "answeredAt": MOMENT, "isOverdue": False},
            {"liftedAt": MOMENT, "answeredAt": MOMENT, "isOverdue": False},
        ],
        "fake": Example("FakeReport", id="1", state="NEW", stateDisplay="New", code=None, typedCode="7F3K 9QZ2 M4XA",
                        country={"country": "Netherlands"}, language={"code": "EN"}, text="The label peels off."),
        "shares": [{"lot": {"number": "LO-14"}, "quantity": 12}, {"lot": {"number": "LO-15"}, "quantity": None}],
    }  # fmt: skip
