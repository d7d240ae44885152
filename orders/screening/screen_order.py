"""``screen_order``: everybody in an order is compared with the lists of denied parties before goods leave."""

from uuid import UUID

from logistics.customs.screening.events import DeniedListLoaded, ScreeningDecided, ScreeningHeld
from logistics.customs.screening.screen import screen, stopped
from logistics.customs.screening.screening import ScreeningDecision
from logistics.customs.screening.states import ScreeningStatus
from orders.events import OrderPlaced
from orders.lifecycle.by import SYSTEM, By, Role
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEvent, OrderEventType, record
from orders.lifecycle.states import OrderStatus
from orders.screening.order_subjects import order_subjects

ON_THEIR_WAY_OUT = (OrderStatus.UNPAID, OrderStatus.UNFULFILLED, OrderStatus.PARTIALLY_FULFILLED)

CHECKS = (OrderEventType.CHECK_HELD, OrderEventType.CHECK_CLEARED, OrderEventType.CHECK_CONFIRMED)


class HeldForScreening(Exception):
    """Goods of this order stay until the marketplace has decided about somebody's name."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} is held: a name in it may be on a list of denied parties")
        self.number = number


def screen_order(order_id: UUID) -> None:
    """Compare by the lists that hold now; what was compared with them already is not compared again."""
    order = Order.objects.select_related("user").get(pk=order_id)
    if order.shipping_address:
        screen(reference=order.number, subjects=order_subjects(order))


def require_not_held(order: Order) -> None:
    """Raises ``HeldForScreening``."""
    if stopped([order.number]):
        raise HeldForScreening(order.number)


def screen_placed(event: OrderPlaced) -> None:
    screen_order(UUID(event.order_id))


def screen_open_orders(event: DeniedListLoaded) -> None:
    """What has not left yet is compared with the new list. Twice changes nothing."""
    for order_id in Order.objects.filter(status__in=ON_THEIR_WAY_OUT).values_list("pk", flat=True).iterator():
        screen_order(order_id)


def note_held(event: ScreeningHeld) -> None:
    """One line for all names of an order that wait at the same time."""
    checks = OrderEvent.objects.filter(order__number=event.reference, type__in=CHECKS).order_by("-at", "-id")
    if checks.values_list("type", flat=True).first() != OrderEventType.CHECK_HELD:
        _note(event.reference, OrderEventType.CHECK_HELD, SYSTEM, event.screening_id)


def note_decided(event: ScreeningDecided) -> None:
    """That the order goes on is said when nobody's name keeps it any more."""
    decision = ScreeningDecision.objects.select_related("decided_by").get(pk=event.decision_id)
    is_cleared = decision.status == ScreeningStatus.CLEARED
    if is_cleared and stopped([event.reference]):
        return
    kind = OrderEventType.CHECK_CLEARED if is_cleared else OrderEventType.CHECK_CONFIRMED
    _note(event.reference, kind, By(Role.STAFF, decision.decided_by), f"{event.screening_id} {decision.pk}")


def _note(number: str, kind: OrderEventType, by: By, key: str) -> None:
    """Once, however often the event is delivered. Names no name: a history is read by more people than a list."""
    order = Order.objects.filter(number=number).first()
    if order is None or OrderEvent.objects.filter(order=order, type=kind, parameters__check=key).exists():
        return
    record(kind, order=order, by=by, check=key)
