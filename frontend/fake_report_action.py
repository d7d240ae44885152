"""The form of a case: the same on the seller's desk and on the operator's."""

from frontend.page import Page
from frontend.refusals import FieldError, Refused

STATES = ("LOOKED_INTO", "CONFIRMED", "DISMISSED")


def move_report(page: Page) -> None:
    """Send what was typed; errors come back at the fields of their case."""
    report = page.form.text("report", required=True)
    state = page.form.text(f"state-{report}", required=True)
    wanted = state if state in STATES else "LOOKED_INTO"
    try:
        page.change("Move", id=report, state=wanted, note=page.form.text(f"note-{report}"))
    except Refused as refused:
        raise Refused([FieldError(f"{e.field}-{report}", e.code, e.message) for e in refused.errors]) from refused
