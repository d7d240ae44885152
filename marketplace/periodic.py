"""Everything that happens by the clock, in one table. Each job is idempotent and safe to run twice at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from catalog.pricing.derive import rederive_outdated
from catalog.products.announce_windows import announce_windows
from catalog.products.bulk_export.download import expire_exports
from catalog.products.bulk_export.work import write_exports
from catalog.products.bulk_import.purge import purge_imports
from catalog.products.bulk_import.work import advance_imports
from catalog.products.certificates.expiry import watch_certificates
from catalog.products.history.forget import forget_snapshots
from catalog.stock.reserve import expire_reservations
from catalog.traceability.epcis.capture.work import capture_waiting
from catalog.traceability.epcis.subscriptions.notify import notify_subscribers
from catalog.traceability.give_events import give_steps_events
from catalog.traceability.labels.download import expire_label_runs
from catalog.traceability.labels.write_runs import write_label_runs
from catalog.traceability.portals.send_waiting import send_waiting_records
from catalog.traceability.proof.close_days import close_days
from catalog.traceability.proof.seal import seal
from catalog.traceability.shopper.scans.watch import watch_scans
from catalog.traceability.shopper.warranty.forget import forget_warranties
from i18n.machine_translation.translate_waiting import translate_waiting
from logistics.shipments.alerts.watch import watch_shipments
from logistics.shipments.booking.book_waiting import book_waiting
from logistics.shipments.notices.forget import forget_carrier_notices
from logistics.shipments.notices.handle import handle_carrier_notices
from logistics.shipments.polling.track_due import track_due_shipments
from marketplace.accounts.consents.carry_over import carry_over_consents
from marketplace.accounts.consents.forget import forget_consents
from marketplace.accounts.mail.forget import forget_letters
from marketplace.accounts.mail.send_waiting import send_waiting
from marketplace.accounts.sessions.forget import forget_sessions
from marketplace.audit.forget import forget_entries
from marketplace.events.dead_letters import forget_delivered
from marketplace.events.deliver import deliver_pending
from marketplace.events.event import FILES, INDEX, MAIN
from marketplace.expo.applications.forget import forget_old_applications
from marketplace.expo.contracts.forget import forget_fair_papers
from marketplace.expo.directory.keep_findable import keep_findable
from marketplace.expo.exhibitor_import import ImportTask
from marketplace.expo.imports.work import advance_lists
from marketplace.expo.invoices.remind import remind_of_fair_invoices
from marketplace.expo.leads.forget import forget_leads
from marketplace.expo.manual.remind import remind_of_manual
from marketplace.expo.meetings.forget import forget_meeting_texts
from marketplace.expo.meetings.remind import remind_of_meetings
from marketplace.expo.news.send import send_news
from marketplace.expo.people.invite import forget_expired_exhibitor_invitations
from marketplace.expo.progress.curve import record_space
from marketplace.expo.seminars.remind import remind_of_seminars
from marketplace.expo.visitors.forget import forget_visitors
from marketplace.fair_trade.forget import forget_invitations
from marketplace.graphql.idempotency.answer_once import forget_answers
from marketplace.graphql.kept.row_change import forget_changes
from marketplace.indicators.take_due import take_due
from marketplace.partitions.keep import keep_partitions
from marketplace.push.forget import forget_devices, forget_pushes
from marketplace.push.send import send_pushes
from marketplace.sealed.seal_entries import seal_open_entries
from marketplace.sellers.invite import forget_expired_invitations
from marketplace.statistics import refresh_statistics
from marketplace.webhooks.forget import forget_deliveries
from marketplace.webhooks.send import send_webhooks
from orders.accounting_records import forget_accounting_records
from orders.attachments.sweep import sweep_attachments
from orders.checkout.expire import expire_checkouts
from orders.disputes.settle import escalate_overdue_disputes
from orders.invoicing.send import send_tax_invoices
from orders.letters.balance_due import remind_of_balances
from orders.letters.tax_invoice_news import remind_of_tax_invoices
from orders.lifecycle.expire import expire_unpaid_orders
from orders.messages.send_letters import send_message_letters
from orders.messages.translate_messages import translate_messages
from orders.payments.notices.find_lost import find_lost_notices
from orders.payments.notices.forget import forget_notices
from orders.payments.notices.handle import handle_notices
from orders.payouts.accounts.check import check_accounts
from orders.payouts.fees.provider_fees import record_fees
from orders.payouts.payout.plan_payouts import plan_payouts
from orders.payouts.reconciliation.reconcile import reconcile
from orders.payouts.transfers.send import send_transfers
from orders.personal_data import forget_expired_orders
from orders.quotes.expire import expire_quotes
from orders.returns.decide import approve_overdue_returns
from orders.returns.send_back import lapse_overdue_returns

QUEUE_OF_LANE = {
    "payments": "money",
    "invoicing": "money",
    "index": "index",
    "mail": "mail",
    "pushes": "mail",
    "webhooks": "mail",
    "files": "media",
    "spreadsheets": "media",
    "labels": "media",
    "tracking": "tracking",
    "carriers": "tracking",
}
"""Where Celery's workers find the jobs of a lane; the others are in the default queue. A queue is served by workers of
its own, so that money never waits behind pictures, nor a letter behind a carrier that does not answer."""
EVENTS_KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Job:
    name: str
    every: timedelta
    work: Callable[[], object]
    lane: str = "main"
    """In one process, jobs of one lane run one after the other; what waits for another's server has its own lane."""

    @property
    def every_seconds(self) -> float:
        return self.every.total_seconds()


def queue_of(job: Job) -> str:
    """The queue of Celery that a job waits in."""
    return QUEUE_OF_LANE.get(job.lane, "default")


JOBS: tuple[Job, ...] = (
    Job("deliver-events", timedelta(seconds=0.5), lambda: deliver_pending(limit=100, lane=MAIN)),
    Job("deliver-index", timedelta(seconds=0.5), lambda: deliver_pending(limit=100, lane=INDEX), lane="index"),
    Job("deliver-files", timedelta(seconds=0.5), lambda: deliver_pending(limit=20, lane=FILES), lane="files"),
    Job("announce-windows", timedelta(seconds=5), lambda: announce_windows(now=timezone.now())),
    Job("derive-prices", timedelta(minutes=10), lambda: rederive_outdated(now=timezone.now())),
    Job("give-trace-steps-events", timedelta(minutes=5), give_steps_events),
    Job("forget-listing-history", timedelta(days=1), lambda: forget_snapshots(now=timezone.now())),
    Job("expire-reservations", timedelta(seconds=30), lambda: expire_reservations(now=timezone.now())),
    Job("expire-checkouts", timedelta(minutes=10), lambda: expire_checkouts(now=timezone.now())),
    Job("translate-by-machine", timedelta(seconds=5), translate_waiting, lane="translation"),
    Job("send-letters", timedelta(seconds=1), send_waiting, lane="mail"),
    Job("send-webhooks", timedelta(seconds=1), lambda: send_webhooks(now=timezone.now()), lane="webhooks"),
    Job("forget-webhook-log", timedelta(days=1), lambda: forget_deliveries(now=timezone.now())),
    Job("send-pushes", timedelta(seconds=1), lambda: send_pushes(now=timezone.now()), lane="pushes"),
    Job("forget-audit-entries", timedelta(days=1), lambda: forget_entries(now=timezone.now())),
    Job("carry-over-consents", timedelta(days=1), lambda: carry_over_consents(now=timezone.now())),
    Job("forget-consents", timedelta(days=1), lambda: forget_consents(now=timezone.now())),
    Job("forget-push-devices", timedelta(minutes=5), lambda: forget_devices(now=timezone.now())),
    Job("forget-pushes", timedelta(days=1), lambda: forget_pushes(now=timezone.now())),
    Job("forget-row-changes", timedelta(minutes=20), lambda: forget_changes(now=timezone.now())),
    Job("forget-answers", timedelta(hours=1), lambda: forget_answers(now=timezone.now())),
    Job("remind-of-balances", timedelta(hours=1), lambda: remind_of_balances(now=timezone.now())),
    Job("forget-sessions", timedelta(days=1), forget_sessions),
    Job("forget-letters", timedelta(days=1), lambda: forget_letters(now=timezone.now())),
    Job("forget-delivered-events", timedelta(days=1), lambda: forget_delivered(before=timezone.now() - EVENTS_KEPT)),
    Job("seal-open-entries", timedelta(days=1), seal_open_entries),
    Job("forget-expired-orders", timedelta(days=1), lambda: forget_expired_orders(now=timezone.now())),
    Job("forget-accounting-records", timedelta(days=1), lambda: forget_accounting_records(now=timezone.now())),
    Job("watch-certificates", timedelta(hours=12), lambda: watch_certificates(now=timezone.now())),
    Job("watch-scans", timedelta(minutes=5), lambda: watch_scans(now=timezone.now())),
    Job("send-fair-news", timedelta(seconds=30), send_news, lane="mail"),
    Job("keep-exhibitors-findable", timedelta(days=1), lambda: keep_findable(now=timezone.now())),
    Job("apply-exhibitor-lists", timedelta(seconds=0.5), lambda: advance_lists(ImportTask.APPLY), lane="exhibitors"),
    Job("fetch-exhibitor-lists", timedelta(seconds=0.5), lambda: advance_lists(ImportTask.FETCH), lane="partners"),
    Job("record-fair-space", timedelta(hours=1), record_space),
    Job("forget-visitors", timedelta(days=1), lambda: forget_visitors(now=timezone.now())),
    Job("forget-warranties", timedelta(days=1), lambda: forget_warranties(now=timezone.now())),
    Job("forget-invitations", timedelta(days=1), lambda: forget_expired_invitations(now=timezone.now())),
    Job("import-products", timedelta(seconds=0.5), advance_imports, lane="spreadsheets"),
    Job("export-products", timedelta(seconds=0.5), write_exports, lane="spreadsheets"),
    Job("purge-imports", timedelta(hours=1), lambda: purge_imports(now=timezone.now()), lane="spreadsheets"),
    Job("expire-exports", timedelta(minutes=10), expire_exports, lane="spreadsheets"),
    Job("capture-events", timedelta(seconds=0.5), capture_waiting, lane="capture"),
    Job("notify-epcis-subscribers", timedelta(seconds=1), lambda: notify_subscribers(now=timezone.now()), "epcis"),
    Job("write-labels", timedelta(seconds=0.5), write_label_runs, lane="labels"),
    Job("expire-labels", timedelta(minutes=10), expire_label_runs, lane="labels"),
    Job("forget-leads", timedelta(days=1), lambda: forget_leads(now=timezone.now())),
    Job("forget-lead-invitations", timedelta(days=1), forget_invitations),
    Job("keep-partitions", timedelta(hours=6), lambda: keep_partitions(now=timezone.now())),
    Job("refresh-statistics", timedelta(hours=1), refresh_statistics),
    Job("handle-payment-notices", timedelta(seconds=0.5), handle_notices, lane="payments"),
    Job("find-lost-payment-notices", timedelta(minutes=15), lambda: find_lost_notices(now=timezone.now()), "payments"),
    Job("send-transfers", timedelta(seconds=5), lambda: send_transfers(now=timezone.now()), lane="payments"),
    Job("record-provider-fees", timedelta(hours=1), lambda: record_fees(now=timezone.now()), lane="payments"),
    Job("check-payout-accounts", timedelta(minutes=10), lambda: check_accounts(now=timezone.now()), lane="payments"),
    Job("forget-payment-notices", timedelta(days=1), lambda: forget_notices(now=timezone.now())),
    Job("reconcile", timedelta(days=1), lambda: reconcile(now=timezone.now()), lane="payments"),
    Job("plan-payouts", timedelta(minutes=30), lambda: plan_payouts(now=timezone.now()), lane="payments"),
    Job("send-tax-invoices", timedelta(seconds=5), lambda: send_tax_invoices(now=timezone.now()), lane="invoicing"),
    Job("remind-of-tax-invoices", timedelta(hours=1), lambda: remind_of_tax_invoices(now=timezone.now())),
    Job("expire-unpaid-orders", timedelta(minutes=10), lambda: expire_unpaid_orders(now=timezone.now())),
    Job("expire-quotes", timedelta(minutes=10), lambda: expire_quotes(now=timezone.now())),
    Job("write-of-messages", timedelta(seconds=30), lambda: send_message_letters(now=timezone.now())),
    Job("translate-messages", timedelta(seconds=5), translate_messages, lane="translation"),
    Job("approve-returns", timedelta(minutes=10), lambda: approve_overdue_returns(now=timezone.now())),
    Job("lapse-returns", timedelta(hours=1), lambda: lapse_overdue_returns(now=timezone.now())),
    Job("escalate-disputes", timedelta(minutes=10), lambda: escalate_overdue_disputes(now=timezone.now())),
    Job("book-shipments", timedelta(seconds=2), lambda: book_waiting(now=timezone.now()), lane="carriers"),
    Job("track-shipments", timedelta(seconds=30), lambda: track_due_shipments(now=timezone.now()), lane="tracking"),
    Job("handle-carrier-notices", timedelta(seconds=1), lambda: handle_carrier_notices(now=timezone.now())),
    Job("forget-carrier-notices", timedelta(days=1), lambda: forget_carrier_notices(now=timezone.now())),
    Job("watch-shipments", timedelta(hours=1), lambda: watch_shipments(now=timezone.now())),
    Job("send-records", timedelta(seconds=5), lambda: send_waiting_records(now=timezone.now()), lane="portals"),
    Job("seal-events", timedelta(minutes=1), lambda: seal(now=timezone.now()), lane="proof"),
    Job("close-days", timedelta(minutes=10), lambda: close_days(now=timezone.now()), lane="proof"),
    Job("remind-of-meetings", timedelta(minutes=2), lambda: remind_of_meetings(now=timezone.now())),
    Job("remind-of-seminars", timedelta(minutes=2), lambda: remind_of_seminars(now=timezone.now())),
    Job("forget-meeting-texts", timedelta(days=1), lambda: forget_meeting_texts(now=timezone.now())),
    Job("take-indicators", timedelta(hours=1), lambda: take_due(now=timezone.now())),
    Job("remind-of-fair-invoices", timedelta(hours=1), lambda: remind_of_fair_invoices(timezone.now())),
    Job("remind-of-fair-manuals", timedelta(hours=1), lambda: remind_of_manual(timezone.now())),
    Job("forget-fair-applications", timedelta(days=1), lambda: forget_old_applications(timezone.now())),
    Job("forget-fair-papers", timedelta(days=1), lambda: forget_fair_papers(now=timezone.now()), lane="files"),
    Job(
        "forget-fair-invitations",
        timedelta(days=1),
        lambda: forget_expired_exhibitor_invitations(now=timezone.now()),
    ),
    Job("sweep-attachments", timedelta(days=1), lambda: sweep_attachments(now=timezone.now())),
)
