"""Orders from before there were instalments and a ledger get a plan of one sum, and their money is posted.

Refunds that were owed or sent stand in the payments' events until now; they become rows. What was shipped is earned
by no posting here: the first change of such a part settles it.
"""

from django.db import migrations

CHARGED = ("CHARGED", "REFUNDED")


def open_the_books(apps, schema_editor):
    Order = apps.get_model("orders", "Order")
    for order in Order.objects.order_by("created_at"):
        _open(apps, order)


def _open(apps, order):
    payments = list(order.payments.order_by("created_at"))
    charged = next((payment for payment in payments if payment.status in CHARGED), None)
    parts = list(order.seller_orders.order_by("position"))
    alive = sum((part.total_amount for part in parts if part.status != "CANCELED"), 0)
    amount = charged.amount if charged else alive
    instalment = apps.get_model("orders", "Instalment").objects.create(
        order=order,
        position=1,
        kind="FULL",
        currency=order.currency,
        amount=amount,
        charged_amount=charged.amount if charged else 0,
        due_at=order.payment_due_at,
        needed_for="CONFIRM",
    )
    order.payments.update(instalment=instalment)
    if charged is None:
        for part in parts:
            if part.status == "CANCELED":
                _save(part, waived_amount=part.total_amount, waived_shipping_amount=part.shipping_amount)
        return
    _save(charged, charged_amount=charged.amount)
    _charge_parts(charged, parts)
    post(apps, order, f"charge:{charged.pk}:opening", "CHARGE", charged, None, [
        (f"PROVIDER_FUNDS:{charged.gateway}", charged.amount), (f"BUYER_FUNDS:{order.pk}", -charged.amount)])  # fmt: skip
    _refunds(apps, order, charged, {str(part.pk): part for part in parts})


def _charge_parts(payment, parts):
    """A part that was cancelled before the payment was not charged by it."""
    left = payment.amount
    for part in sorted(parts, key=lambda part: part.status == "CANCELED"):
        if part.total_amount <= left:
            _save(part, charged_amount=part.total_amount)
            left -= part.total_amount
        else:
            _save(part, waived_amount=part.total_amount, waived_shipping_amount=part.shipping_amount)


def _refunds(apps, order, payment, parts):
    done = {event.key.removeprefix("refunded:"): event for event in payment.events.filter(type="REFUNDED")}
    for due in payment.events.filter(type="REFUND_DUE", key__startswith="refund-due:"):
        part_id = due.key.removeprefix("refund-due:")
        part, sent = parts.get(part_id), done.get(part_id)
        if part is None or part.charged_amount < due.amount:
            continue
        refund = apps.get_model("orders", "Refund").objects.create(
            order=order, seller_order=part, payment=payment, key=f"canceled:{part_id}", currency=order.currency,
            amount=due.amount, shipping_amount=min(part.shipping_amount, due.amount), reason="CANCELED",
            status="DONE" if sent else "DUE", reference=sent.reference if sent else "", created_at=due.at,
            done_at=sent.at if sent else None,
        )  # fmt: skip
        if sent:
            post(apps, order, f"refund:{refund.pk}", "REFUND", payment, refund, [
                (f"BUYER_FUNDS:{order.pk}", due.amount), (f"PROVIDER_FUNDS:{payment.gateway}", -due.amount)])  # fmt: skip


def post(apps, order, key, kind, payment, refund, entries):
    written = apps.get_model("orders", "LedgerTransaction").objects.create(
        kind=kind, key=key, currency=order.currency, at=payment.created_at, order=order, payment=payment, refund=refund,
        seller_order=refund.seller_order if refund else None,
    )  # fmt: skip
    for name, amount in entries:
        kind_of, owner = name.split(":", 1)
        account, _ = apps.get_model("orders", "LedgerAccount").objects.get_or_create(
            code=f"{name}:{order.currency}",
            defaults={
                "kind": kind_of,
                "currency": order.currency,
                "order": order if kind_of == "BUYER_FUNDS" else None,
                "gateway": owner if kind_of == "PROVIDER_FUNDS" else "",
            },
        )
        apps.get_model("orders", "LedgerEntry").objects.create(transaction=written, account=account, amount=amount)


def _save(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


class Migration(migrations.Migration):

    dependencies = [
        ("orders", "0002_money_kernel"),
    ]

    operations = [
        migrations.RunPython(open_the_books, migrations.RunPython.noop),
    ]
