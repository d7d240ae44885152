"""A recall of the demo that is over: a leaflet was wrong, everybody was written to, and it was closed."""

from catalog.traceability.lot import Lot
from catalog.traceability.recall.notify import notify_receivers
from catalog.traceability.recall.open_recall import RecallData, Words, close_recall, open_recall
from catalog.traceability.recall.progress import record_answer
from catalog.traceability.recall.recall import ReceiverState
from marketplace.demo.world import read
from marketplace.sellers.membership import owners_of


def recall_once(lots: dict[str, Lot]) -> int:
    """After the orders, whose buyers are found and written to; returns to how many deliveries that led."""
    data = read("traceability.toml")["recall"]
    lot = lots[data["product"]]
    owner = owners_of([lot.seller_id])[0]
    texts = {language: Words(**words) for language, words in data["texts"].items()}
    recall = open_recall(
        seller_id=lot.seller_id, lots=[lot], data=RecallData(hazard=data["hazard"], texts=texts), by=owner
    )
    notify_receivers(recall=recall)
    for receiver in recall.receivers.filter(state=ReceiverState.NOTIFIED):
        record_answer(receiver=receiver, answer=data["answer"], quantity_back=None)
    close_recall(recall=recall, by=owner)
    return recall.receivers.count()
