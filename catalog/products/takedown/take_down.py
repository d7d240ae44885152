"""Record an authority's request: what it names is hidden at once, in every market."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from catalog.events import TakedownOrdered
from catalog.products.changed import products_changed
from catalog.products.product import Product
from catalog.products.takedown.deadline import NoDeadline, due_at
from catalog.products.takedown.named_products import named_products
from catalog.products.takedown.steps import add_step
from catalog.products.takedown.takedown import Takedown, TakedownStepKind
from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.events.publish import publish
from marketplace.sellers.models import Seller
from marketplace.sellers.profile import tidy_text

LONGEST = {"authority": 200, "reference": 120, "reason": 2000, "legal_basis": 500}


@dataclass(frozen=True, slots=True)
class TakedownRequest:
    """What the authority's letter says."""

    authority: str
    reference: str
    reason: str
    legal_basis: str
    received_at: datetime


def take_down(*, seller: Seller, product: Product | None, request: TakedownRequest, by: User | None) -> Takedown:
    """Hide the product, or everything of the seller, from this moment on; tell the seller.

    Nothing shows it any more, whatever its approval and its publication: both stay as they are and hold again when the
    takedown is lifted. The same letter twice is refused. Raises `Refused`.
    """
    now = timezone.now()
    texts = {name: tidy_text(getattr(request, name), lines=name == "reason") for name in LONGEST}
    refuse_any([*_text_problems(texts), *_time_problems(request.received_at, now)])
    with transaction.atomic():
        refuse_any(_known(seller, product, texts))
        takedown = Takedown.objects.create(
            seller=seller,
            product=product,
            received_at=request.received_at,
            due_at=due_at(request.received_at),
            recorded_at=now,
            **texts,
        )
        add_step(takedown, TakedownStepKind.RECORDED, by=by, at=now)
        products_changed(named_products(takedown))
        publish(TakedownOrdered(takedown_id=takedown.pk))
    return takedown


def _text_problems(texts: dict[str, str]) -> list[Problem]:
    problems = []
    for name, longest in LONGEST.items():
        if not texts[name]:
            problems.append(Problem(name, "REQUIRED", _("This field is required.")))
        elif len(texts[name]) > longest:
            message = _("This text is too long: at most %(longest)s characters.")
            problems.append(Problem(name, "INVALID", message, {"longest": longest}))
    return problems


def _time_problems(received_at: datetime, now: datetime) -> list[Problem]:
    if received_at > now:
        return [Problem("received_at", "INVALID", _("The request cannot have come later than now."))]
    try:
        due_at(received_at)
    except NoDeadline:
        return [Problem("received_at", "INVALID", _("No deadline is known for a request of that day."))]
    return []


def _known(seller: Seller, product: Product | None, texts: dict[str, str]) -> list[Problem]:
    same = Takedown.objects.filter(
        seller=seller, product=product, authority=texts["authority"], reference=texts["reference"]
    )
    if not same.exists():
        return []
    return [Problem("reference", "UNIQUE", _("This request has been recorded already."))]
