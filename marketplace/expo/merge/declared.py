"""What of exhibitions follows an exhibitor that becomes one with another, and what remains of rows that both have."""

from operator import attrgetter

from django.db import transaction

from i18n.text import fold
from marketplace.expo.applications.application import FairApplication
from marketplace.expo.badges.badge import Badge
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.contracts.storage import delete_file
from marketplace.expo.directory.favorite import FairFavorite
from marketplace.expo.exhibitor import Exhibit
from marketplace.expo.imports.known_as import ExhibitorAlias, ExhibitorListing, keep_number
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.leads.lead import Lead, LeadExport, LeadScan
from marketplace.expo.manual.answer import ManualAnswer, ManualDone
from marketplace.expo.meetings.meeting import ClosedSlot
from marketplace.expo.merge.join_leads import join_leads, name_other_exhibit
from marketplace.expo.merge.moves import Move, register_move
from marketplace.expo.pavilions.co_exhibitor import CoExhibitor
from marketplace.expo.people.invitation import ExhibitorInvitation
from marketplace.expo.people.member import ExhibitorMember, ExhibitorRole
from marketplace.expo.people.sent_reminder import SentReminder


def declare() -> None:
    """Papers follow too: what stands on them was fixed when they were issued, and nothing but their owner changes."""
    register_move(Move(Exhibit, "exhibitor", shown_thing, name_other_exhibit))
    register_move(Move(LeadScan, "exhibitor", attrgetter("client_id")))
    register_move(Move(LeadScan, "lead"))
    register_move(Move(Lead, "exhibitor", attrgetter("visitor_id"), join_leads))
    register_move(Move(ExhibitorListing, "exhibitor", attrgetter("source_id"), keep_number))
    register_move(Move(ExhibitorAlias, "exhibitor", attrgetter("name_key")))
    register_move(Move(ExhibitorMember, "exhibitor", attrgetter("user_id"), _higher_role))
    register_move(Move(ExhibitorInvitation, "exhibitor", attrgetter("email")))
    register_move(Move(CoExhibitor, "exhibitor", attrgetter("name"), _fill_co_exhibitor))
    register_move(Move(ManualAnswer, "exhibitor", attrgetter("question_id"), _join_answers))
    register_move(Move(ManualDone, "exhibitor", attrgetter("page_id")))
    register_move(Move(ClosedSlot, "exhibitor", attrgetter("starts_at")))
    register_move(Move(FairFavorite, "exhibitor", attrgetter("user_id")))
    register_move(Move(SentReminder, "exhibitor", attrgetter("about")))
    for model in (Badge, LeadExport, FairApplication, FairPaper, FairContract, FairInvoice):
        register_move(Move(model, "exhibitor"))


def shown_thing(exhibit: Exhibit) -> tuple[int | None, str]:
    """A product, or a title however it is spelt."""
    return exhibit.product_id, "" if exhibit.product_id else fold(exhibit.title)


def _higher_role(left: ExhibitorMember, kept: ExhibitorMember) -> None:
    if left.role == ExhibitorRole.MANAGER and kept.role != ExhibitorRole.MANAGER:
        kept.role = ExhibitorRole.MANAGER
        kept.save(update_fields=["role"])


def _fill_co_exhibitor(left: CoExhibitor, kept: CoExhibitor) -> None:
    kept.tax_code = kept.tax_code or left.tax_code
    kept.website_url = kept.website_url or left.website_url
    kept.save(update_fields=["tax_code", "website_url"])


def _join_answers(left: ManualAnswer, kept: ManualAnswer) -> None:
    """Words are joined; a number, a choice or a file is that of who stays."""
    if left.text and left.text != kept.text:
        kept.text = "\n\n".join(filter(None, (kept.text, left.text)))
        kept.save(update_fields=["text"])
    file = left.file
    transaction.on_commit(lambda: delete_file(file))
