"""Events, letters, messages to other programs, tracking and the index: all arrived, each effect once."""

import json
from collections import Counter

from catalog.models import Product
from catalog.search.index_products import is_behind
from logistics.models import Shipment
from marketplace.accounts.mail.outgoing_letter import LetterState, OutgoingLetter
from marketplace.events.models import Delivery, OutboxMessage
from marketplace.webhooks.delivery import DeliveryStatus, WebhookDelivery
from orders.models import Order
from orders.payments.notices.received_notice import ReceivedNotice
from tests.load.stage.peers import Peers


def outbox_is_delivered() -> list[str]:
    open_ = OutboxMessage.objects.filter(delivered_at=None)
    late = Delivery.objects.filter(delivered_at=None).select_related("message")
    return [
        *(f"{message.name} {message.pk} is not delivered: {message.last_error}" for message in open_[:20]),
        *(f"{delivery.reaction} has not run: {delivery.last_error}" for delivery in late[:20]),
    ]


def notices_are_handled() -> list[str]:
    waiting = ReceivedNotice.objects.filter(handled_at=None)
    return [f"message {notice.type} {notice.event_id} waits: {notice.error}" for notice in waiting[:20]]


def letters_went_once(peers: Peers) -> list[str]:
    """All are sent; an order is confirmed by one letter. What the server was given twice has one Message-ID."""
    wrong = [
        f"a letter is {row.state}: {row.last_error}" for row in OutgoingLetter.objects.exclude(state=LetterState.SENT)
    ]
    orders = {order.number: order for order in Order.objects.all()}
    confirmed: Counter[str] = Counter()
    for letter in OutgoingLetter.objects.filter(kind="ORDER_CONFIRMATION"):
        confirmed[next((number for number in orders if number in letter.subject), "")] += 1
    wrong += [
        f"order {number} was confirmed by {confirmed[number]} letters" for number in orders if confirmed[number] != 1
    ]
    arrived = {str(message["Message-ID"]) for message in peers.mail.taken}
    missing = OutgoingLetter.objects.filter(state=LetterState.SENT).count() - len(arrived)
    return [*wrong, f"{missing} letters that were sent never arrived"] if missing > 0 else wrong


def programs_were_told_once(peers: Peers) -> list[str]:
    """Every order was told of; what came twice has the same number, by which its receiver knows it."""
    waiting = WebhookDelivery.objects.exclude(status=DeliveryStatus.SUCCESS).count()
    wrong = [f"{waiting} calls to other programs are open"] if waiting else []
    heard: dict[tuple[str, str], set[str]] = {}
    for received in peers.receiver.received:
        said = json.loads(received.body)
        about = json.dumps(said.get("data") or said, sort_keys=True)
        heard.setdefault((str(said.get("type") or said.get("event")), about), set()).add(
            _number(received.headers, said)
        )
    twice = [key for key, numbers in heard.items() if len(numbers) > 1]
    return [*wrong, *(f"told of {kind} under {len(heard[kind, about])} numbers" for kind, about in twice[:10])]


def _number(headers: dict[str, str], said: dict[str, object]) -> str:
    return headers.get("webhook-id") or str(said.get("id"))


def tracking_is_in_order() -> list[str]:
    """A parcel's state is that of its latest event, and no event is there twice."""
    wrong = []
    for shipment in Shipment.objects.prefetch_related("events"):
        events = [(event.status, event.occurred_at, event.place) for event in shipment.events.all()]
        if len(events) != len(set(events)):
            wrong.append(f"shipment {shipment.pk} has an event twice")
        delivered = any(status == "DELIVERED" for status, _at, _place in events)
        if delivered and shipment.status != "DELIVERED":
            wrong.append(f"shipment {shipment.pk} was delivered and is {shipment.status}")
    return wrong


def parcels_are_booked_once(peers: Peers) -> list[str]:
    """The carrier knows each of our parcels once, under the number that stands here."""
    keys = Counter(parcel.key for parcel in peers.carrier.parcels.values())
    wrong = [f"the carrier has {number} bookings of {key}" for key, number in keys.items() if number > 1]
    ours = set(Shipment.objects.filter(carrier="dhl_express").values_list("tracking_number", flat=True))
    unknown = peers.carrier.parcels.keys() - ours
    wrong += [f"the carrier holds {number}, which is nobody's here" for number in unknown]
    waiting = Shipment.objects.filter(carrier="dhl_express", tracking_number="")
    return wrong + [f"shipment {shipment.pk} is not booked: {shipment.status}" for shipment in waiting]


def index_is_the_database() -> list[str]:
    behind = [pk for pk in Product.objects.values_list("pk", flat=True) if is_behind([pk])]
    return [f"the index is behind on product {pk}" for pk in behind]
