"""The one table of reactions: what happens, then, when something has happened.

What is besides told to other programs stands in ``marketplace/webhook_events/table.py``,
and what is shown on people's devices in ``marketplace/push/table.py``.
"""

from collections.abc import Callable
from typing import Any

from catalog.events import (
    CertificateExpired,
    CertificateExpiring,
    PictureAdded,
    ProductChanged,
    ProductsChanged,
    StockChanged,
    StockRanLow,
    StocksChanged,
    TakedownLifted,
    TakedownOrdered,
    TakedownUpheld,
)
from catalog.products.addresses import renew_slugs_of_product, renew_slugs_of_products
from catalog.products.certificates.letter import mail_expired, mail_expiring
from catalog.products.history.reactions import record_product, record_products, record_seller
from catalog.products.takedown.letters import announce_lifting, announce_takedown, announce_upholding
from catalog.products.thumbnails import make_thumbnails
from catalog.search.reactions import reindex_product, reindex_products, reindex_seller, reindex_stock
from catalog.stock.low import watch_low_stock, watch_low_stocks
from catalog.stock.low_letter import mail_low_stock
from catalog.traceability.epcis.events import EpcisEventsCaptured
from catalog.traceability.epcis.subscriptions.remember import remember_for_subscribers
from catalog.traceability.identity.events import CompanyPrefixChanged
from catalog.traceability.mass_balance.events import BalanceAlarmRaised
from catalog.traceability.mass_balance.letter import mail_alarm
from catalog.traceability.mass_balance.watch import watch_captured
from catalog.traceability.rename_lots import rename_on_change, rename_on_changes
from catalog.traceability.shopper.events import FakeReported, ScanAlertRaised, WarrantyRegistered
from catalog.traceability.shopper.fakes.letter import mail_fake_report
from catalog.traceability.shopper.scans.letter import mail_scan_alert
from catalog.traceability.shopper.warranty.letter import mail_warranty
from i18n.events import TextsTranslated
from i18n.memory.remember import remember_translations
from logistics.customs.documents.events import DocumentIssued
from logistics.customs.documents.open import make_issued_document
from logistics.customs.screening.events import DeniedListLoaded, ScreeningDecided, ScreeningHeld
from logistics.shipments.alerts.letter import mail_refused_booking, mail_trouble
from logistics.shipments.events import ShipmentAlertRaised, ShipmentBookingRefused, ShipmentDelivered
from logistics.shipments.sscc.range_in_use import follow_company_prefix
from marketplace.accounts.subscriptions import SUBSCRIPTIONS as ACCOUNTS
from marketplace.events.event import Event
from marketplace.events.reactions import subscribe_all
from marketplace.expo.contracts.events import FairPaperIssued
from marketplace.expo.contracts.open import make_fair_paper
from marketplace.expo.directory.words import words_of_product, words_of_products, words_of_translations
from marketplace.expo.leads.events import LeadRecorded
from marketplace.expo.leads.personal_data import forget_withdrawn
from marketplace.expo.meetings.events import MeetingChanged
from marketplace.expo.meetings.forget import free_time_of_visitor
from marketplace.expo.meetings.tell import tell_of_meeting
from marketplace.expo.seminars.events import SeatChanged, SeatsFreed, SeminarCancelled, SeminarMoved
from marketplace.expo.seminars.tell import (
    fill_freed_seats,
    tell_of_cancelled_seminar,
    tell_of_moved_seminar,
    tell_of_seat,
)
from marketplace.expo.visitors.events import VisitorConfirmed, VisitorLinkAsked, VisitorRegistered, VisitorWithdrawn
from marketplace.expo.visitors.letter import mail_badge, mail_confirmation, mail_link
from marketplace.fair_trade.attribute import (
    follow_acceptance,
    follow_cancellation,
    follow_offer,
    follow_order,
    follow_request,
    look_back,
)
from marketplace.fair_trade.events import LeadInvited
from marketplace.fair_trade.letter import mail_invitation
from marketplace.push.table import PUSHED
from marketplace.sellers import mail as seller_mail
from marketplace.sellers.events import (
    SellerApproved,
    SellerMemberInvited,
    SellerReinstated,
    SellerRejected,
    SellerSuspended,
    SellerUpdated,
)
from marketplace.webhook_events.table import TOLD
from marketplace.webhooks.events import WebhookDisabled
from marketplace.webhooks.letter import mail_disabled
from orders.allocation.serve_waiting import serve_after_change, serve_after_changes
from orders.documents.credit_note import credit_refund
from orders.documents.invoice import invoice_shipped
from orders.documents.order_confirmation import confirm_on_paper
from orders.events import (
    AuthorizationReleased,
    EarningChanged,
    GatewayAccountUpdated,
    GatewayTransferReversed,
    OrderPaid,
    OrderPlaced,
    PaymentCharged,
    PayoutAccountChanged,
    PayoutMoved,
    PayoutsStopped,
    QuoteAccepted,
    QuoteCountered,
    QuoteDeclined,
    QuoteExpired,
    QuoteOffered,
    QuoteRequested,
    QuoteWithdrawn,
    RefundDone,
    RefundOwed,
    SellerOrderCanceled,
    SellerOrderDelivered,
    SellerOrderShipped,
    TaxInvoiceMoved,
)
from orders.fulfillment.deliver import mark_delivered
from orders.fulfillment.invite_reviews import invite_reviews
from orders.invoicing.draft import draft_shipped, follow_refund, set_due_on_arrival
from orders.letters.order_canceled import announce_cancellation
from orders.letters.order_confirmation import confirm_order
from orders.letters.order_shipped import announce_delivery, announce_shipment
from orders.letters.payment_received import confirm_charge, confirm_payment, tell_sellers
from orders.letters.payout_news import announce_hold, announce_payout
from orders.letters.quote_news import (
    announce_acceptance,
    announce_counter,
    announce_expiry,
    announce_offer,
    announce_refusal,
    announce_request,
    announce_withdrawal,
)
from orders.letters.refund_news import announce_refund, announce_refund_sent
from orders.letters.shipment_trouble import announce_trouble
from orders.letters.tax_invoice_news import announce_rejection
from orders.payments.capture import capture_shipped, release_authorization
from orders.payments.send_refund import send_refund
from orders.payouts.accounts.heard import update_account
from orders.payouts.bank_accounts.account_letter import mail_account_change
from orders.payouts.settle_part import earn_shipped
from orders.payouts.transfers.heard import note_reversal
from orders.payouts.transfers.plan import transfer_backlog, transfer_earning
from orders.screening.screen_order import note_decided, note_held, screen_open_orders, screen_placed
from orders.traceability.capture_shipping import capture_receiving, capture_shipping
from orders.traceability.lot_receivers import watch_sold_lots

SUBSCRIPTIONS: dict[type[Event], list[Callable[[Any], None]]] = {
    **ACCOUNTS,
    SellerApproved: [seller_mail.mail_approval, reindex_seller, record_seller],
    SellerRejected: [seller_mail.mail_rejection],
    SellerSuspended: [seller_mail.mail_suspension, reindex_seller, record_seller],
    SellerReinstated: [seller_mail.mail_reinstatement, reindex_seller, record_seller],
    SellerMemberInvited: [seller_mail.mail_invitation],
    SellerUpdated: [reindex_seller, record_seller],
    ProductChanged: [renew_slugs_of_product, reindex_product, record_product, rename_on_change, words_of_product],
    ProductsChanged: [renew_slugs_of_products, reindex_products, record_products, rename_on_changes, words_of_products],
    StockChanged: [reindex_stock, watch_low_stock, serve_after_change],
    StocksChanged: [watch_low_stocks, serve_after_changes],
    StockRanLow: [mail_low_stock],
    WebhookDisabled: [mail_disabled],
    PictureAdded: [make_thumbnails],
    CertificateExpiring: [mail_expiring],
    CertificateExpired: [mail_expired],
    TakedownOrdered: [announce_takedown],
    TakedownUpheld: [announce_upholding],
    TakedownLifted: [announce_lifting],
    ScanAlertRaised: [mail_scan_alert],
    WarrantyRegistered: [mail_warranty],
    VisitorRegistered: [mail_confirmation],
    VisitorConfirmed: [mail_badge],
    VisitorLinkAsked: [mail_link],
    FakeReported: [mail_fake_report],
    TextsTranslated: [remember_translations, words_of_translations],
    EpcisEventsCaptured: [remember_for_subscribers, watch_captured],
    BalanceAlarmRaised: [mail_alarm],
    DocumentIssued: [make_issued_document],
    FairPaperIssued: [make_fair_paper],
    ShipmentDelivered: [mark_delivered, capture_receiving],
    ShipmentAlertRaised: [mail_trouble, announce_trouble],
    ShipmentBookingRefused: [mail_refused_booking],
    OrderPlaced: [confirm_on_paper, confirm_order, screen_placed, follow_order],
    DeniedListLoaded: [screen_open_orders],
    ScreeningHeld: [note_held],
    ScreeningDecided: [note_decided],
    PayoutAccountChanged: [mail_account_change],
    PayoutMoved: [announce_payout],
    PayoutsStopped: [announce_hold],
    TaxInvoiceMoved: [announce_rejection],
    OrderPaid: [confirm_payment, tell_sellers],
    CompanyPrefixChanged: [follow_company_prefix],
    SellerOrderShipped: [
        capture_shipping,
        watch_sold_lots,
        invoice_shipped,
        draft_shipped,
        capture_shipped,
        earn_shipped,
        announce_shipment,
    ],
    SellerOrderDelivered: [set_due_on_arrival, invite_reviews, announce_delivery],
    SellerOrderCanceled: [announce_cancellation, follow_cancellation],
    LeadRecorded: [look_back],
    LeadInvited: [mail_invitation],
    VisitorWithdrawn: [forget_withdrawn, free_time_of_visitor],
    MeetingChanged: [tell_of_meeting],
    SeatChanged: [tell_of_seat],
    SeatsFreed: [fill_freed_seats],
    SeminarMoved: [tell_of_moved_seminar],
    SeminarCancelled: [tell_of_cancelled_seminar],
    QuoteRequested: [announce_request, follow_request],
    QuoteOffered: [announce_offer, follow_offer],
    QuoteCountered: [announce_counter, follow_offer],
    QuoteAccepted: [announce_acceptance, follow_acceptance],
    QuoteDeclined: [announce_refusal],
    QuoteWithdrawn: [announce_withdrawal],
    QuoteExpired: [announce_expiry],
    PaymentCharged: [confirm_charge],
    RefundOwed: [credit_refund, follow_refund, send_refund, announce_refund],
    RefundDone: [announce_refund_sent],
    AuthorizationReleased: [release_authorization],
    EarningChanged: [transfer_earning],
    GatewayAccountUpdated: [update_account, transfer_backlog],
    GatewayTransferReversed: [note_reversal],
}


def connect() -> None:
    """Make the table known to the deliverer. Called once, when the application starts."""
    subscribe_all(SUBSCRIPTIONS)
    subscribe_all(TOLD)
    subscribe_all(PUSHED)
