"""What a seller is written about takedowns, to every owner in the owner's language."""

from catalog.events import TakedownEvent, TakedownLifted, TakedownOrdered, TakedownUpheld
from catalog.products.takedown.takedown import Takedown, TakedownStepKind
from i18n.formatting import format_datetime
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to
from marketplace.sellers.membership import owners_of

ORDERED = LetterText(
    kind="TAKEDOWN_ORDERED",
    subject=_("Hidden on an authority's request: %(what)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "%(authority)s asked us on %(received)s, reference %(reference)s, to hide:\n\n"
        "%(what)s\n\n"
        "Reason: %(reason)s\n"
        "Legal basis named: %(legal_basis)s\n\n"
        "Buyers no longer see it in any market, and it can no longer be ordered. Orders that you have stay valid.\n\n"
        "If you think the request is wrong, object to it on the page of your products; we read every objection."
    ),
)
UPHELD = LetterText(
    kind="TAKEDOWN_UPHELD",
    subject=_("Your objection was read: %(what)s stays hidden"),
    body=_(
        "Hello %(name)s,\n\n"
        "we read your objection to the request of %(authority)s, reference %(reference)s. %(what)s stays hidden, for "
        "this reason:\n\n"
        "%(note)s"
    ),
)
LIFTED = LetterText(
    kind="TAKEDOWN_LIFTED",
    subject=_("Shown again: %(what)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "the request of %(authority)s, reference %(reference)s, has been lifted, for this reason:\n\n"
        "%(note)s\n\n"
        "Buyers see %(what)s again wherever it is approved and published."
    ),
)


def announce_takedown(event: TakedownOrdered) -> None:
    _write(ORDERED, event, TakedownStepKind.RECORDED)


def announce_upholding(event: TakedownUpheld) -> None:
    _write(UPHELD, event, TakedownStepKind.UPHELD)


def announce_lifting(event: TakedownLifted) -> None:
    _write(LIFTED, event, TakedownStepKind.LIFTED)


def _write(letter: LetterText, event: TakedownEvent, kind: TakedownStepKind) -> None:
    takedown = Takedown.objects.select_related("seller", "product").get(pk=event.takedown_id)
    step = takedown.steps.filter(kind=kind).last()
    for owner in owners_of([takedown.seller_id]):
        write_to(
            owner,
            letter,
            what=takedown.product.name if takedown.product else takedown.seller.name,
            authority=takedown.authority,
            reference=takedown.reference,
            received=format_datetime(takedown.received_at, owner.language),
            reason=takedown.reason,
            legal_basis=takedown.legal_basis,
            note=step.note if step else "",
        )
