"""The tables of this package; each subject's model stands in a file of its own."""

from orders.allocation.allocation import Allocation
from orders.bank_statements.csv_mapping import RememberedMapping
from orders.bank_statements.entry import BankEntry, BankEntryEvent
from orders.bank_statements.match import BankMatch
from orders.bank_statements.statement import BankStatement
from orders.checkout.checkout import Checkout
from orders.checkout.checkout_delivery import CheckoutDelivery
from orders.checkout.checkout_line import CheckoutLine
from orders.disputes.dispute import Dispute, DisputeMessage
from orders.evidence.evidence_file import EvidenceFile
from orders.first_steps.hidden import FirstStepsHidden
from orders.fulfillment.fulfillment import Fulfillment, FulfillmentLine
from orders.invoicing.account import InvoicingAccount
from orders.invoicing.series import TaxInvoiceSeries
from orders.invoicing.tax_invoice import CoveredRefund, TaxInvoice, TaxInvoiceEvent, TaxInvoiceLine
from orders.letters.sent_letter import SentLetter
from orders.lifecycle.number import OrderNumberSeries
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEvent
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.messages.conversation import Conversation
from orders.messages.message import Message, MessageFile
from orders.messages.message_report import MessageReport
from orders.messages.message_translation import MessageTranslation
from orders.messages.reader import ConversationReader
from orders.payments.chargeback import Chargeback
from orders.payments.credit import BuyerCredit
from orders.payments.gateway_notice import GatewayNotice
from orders.payments.instalment import Instalment
from orders.payments.notices.received_notice import ReceivedNotice
from orders.payments.payment import Payment
from orders.payments.payment_event import PaymentEvent
from orders.payments.refund import Refund
from orders.payouts.accounts.payout_account import PayoutAccount
from orders.payouts.bank_accounts.bank_account import SellerBankAccount
from orders.payouts.commission.commission_line import CommissionLine
from orders.payouts.commission.rule import CommissionRule
from orders.payouts.earning import Earning
from orders.payouts.ledger.account import LedgerAccount
from orders.payouts.ledger.transaction import LedgerEntry, LedgerTransaction
from orders.payouts.payout.payout import Payout, PayoutEvent, PayoutLine
from orders.payouts.payout.payout_file import PayoutFile
from orders.payouts.reconciliation.difference import Difference
from orders.payouts.schedule.hold import PayoutHold
from orders.payouts.schedule.schedule import PayoutSchedule
from orders.payouts.tax_returns.tax_return import TaxReturn, TaxReturnEvent, TaxReturnLine
from orders.payouts.transfers.transfer import PartTransfer, TransferReversal
from orders.payouts.withholding.tax_withholding import TaxWithholding, WithholdingChange
from orders.quotes.buyer_terms import BuyerTerms
from orders.quotes.number import QuoteNumberSeries
from orders.quotes.quote import Quote
from orders.quotes.quote_event import QuoteEvent
from orders.quotes.quote_request import QuoteRequest, QuoteRequestFile, QuoteRequestLine
from orders.quotes.quote_version import QuoteLine, QuoteTier, QuoteVersion
from orders.returns.return_request import ReturnLine, ReturnRequest
from orders.traceability.fulfillment_lot import FulfillmentLot
from orders.vouchers.voucher import Voucher
from orders.vouchers.voucher_code import VoucherCode
from orders.vouchers.voucher_listing import VoucherListing
from orders.vouchers.voucher_use import VoucherUse

__all__ = [
    "Allocation",
    "BankEntry",
    "BankEntryEvent",
    "BankMatch",
    "BankStatement",
    "BuyerCredit",
    "BuyerTerms",
    "Chargeback",
    "Checkout",
    "CheckoutDelivery",
    "CheckoutLine",
    "CommissionLine",
    "CommissionRule",
    "Conversation",
    "ConversationReader",
    "CoveredRefund",
    "Difference",
    "Dispute",
    "DisputeMessage",
    "Earning",
    "EvidenceFile",
    "FirstStepsHidden",
    "Fulfillment",
    "FulfillmentLine",
    "FulfillmentLot",
    "GatewayNotice",
    "Instalment",
    "InvoicingAccount",
    "LedgerAccount",
    "LedgerEntry",
    "LedgerTransaction",
    "Message",
    "MessageFile",
    "MessageReport",
    "MessageTranslation",
    "Order",
    "OrderEvent",
    "OrderLine",
    "OrderNumberSeries",
    "PartTransfer",
    "Payment",
    "PaymentEvent",
    "Payout",
    "PayoutAccount",
    "PayoutEvent",
    "PayoutFile",
    "PayoutHold",
    "PayoutLine",
    "PayoutSchedule",
    "Quote",
    "QuoteEvent",
    "QuoteLine",
    "QuoteNumberSeries",
    "QuoteRequest",
    "QuoteRequestFile",
    "QuoteRequestLine",
    "QuoteTier",
    "QuoteVersion",
    "ReceivedNotice",
    "Refund",
    "RememberedMapping",
    "ReturnLine",
    "ReturnRequest",
    "SellerBankAccount",
    "SellerOrder",
    "SentLetter",
    "TaxInvoice",
    "TaxInvoiceEvent",
    "TaxInvoiceLine",
    "TaxInvoiceSeries",
    "TaxReturn",
    "TaxReturnEvent",
    "TaxReturnLine",
    "TaxWithholding",
    "TransferReversal",
    "Voucher",
    "VoucherCode",
    "VoucherListing",
    "VoucherUse",
    "WithholdingChange",
]
