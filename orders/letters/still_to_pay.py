"""What of an order's price is still to come, and before what, in a letter."""

from collections.abc import Sequence

from i18n.formatting import format_date, format_money
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.accounts.mail.parts import Part, Rows
from orders.payments.instalment import Instalment, NeededFor

BEFORE = {
    NeededFor.CONFIRM: _("before the sellers begin"),
    NeededFor.SHIP: _("before the goods are shipped"),
    NeededFor.DOCUMENTS: _("before you get the shipping documents"),
    NeededFor.NOTHING: _("later"),
}


def still_to_pay(instalments: Sequence[Instalment], language: str) -> list[Part]:
    """A sentence and a table; nothing where everything is paid."""
    open_ = [row for row in instalments if row.owed]
    if not open_:
        return []
    rows: Rows = [(_when(row, language), format_money(row.owed, language)) for row in open_]
    return [gettext(language, "Still to be paid:"), rows]


def _when(row: Instalment, language: str) -> str:
    if row.due_at is not None:
        return gettext(language, "by %(day)s", day=format_date(day_here(row.due_at), language))
    return gettext(language, BEFORE[NeededFor(row.needed_for)])
