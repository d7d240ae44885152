"""All of them, by name."""

from collections.abc import Callable, Mapping

from tests.load.book import Book
from tests.load.invariants import messages, money, stock, trade
from tests.load.stage.peers import Peers
from tests.load.world import World


def invariants(
    world: World, peers: Peers, book: Book, *, with_index: bool = True
) -> Mapping[str, Callable[[], list[str]]]:
    table: dict[str, Callable[[], list[str]]] = {
        "every ledger transaction adds up to nothing": money.ledger_balances,
        "a ledger key is there once": money.charges_are_posted_once,
        "payments, refunds and ledger agree": money.payments_agree,
        "a paid order holds its total, a cancelled one nothing": money.orders_are_paid_once,
        "every refund has gone back": money.refunds_are_done,
        "no payment of a paid order hangs": money.no_payment_hangs,
        "Stripe's own record is ours": lambda: money.provider_agrees(peers.stripe),
        "on hand + shipped = at the beginning; held = open lines": lambda: stock.adds_up(world),
        "check_stock finds nothing": stock.own_checks,
        "nothing is promised twice": lambda: stock.nothing_is_promised_twice(world),
        "every acknowledged order exists once": lambda: trade.orders_are_there_once(book),
        "what was called off is called off": lambda: trade.cancellations_hold(book),
        "what was shipped left in one parcel": lambda: trade.parcels_left_once(book),
        "an import is whole or not there": lambda: trade.imports_are_whole(book),
        "every event is delivered, every reaction has run": messages.outbox_is_delivered,
        "every message of the provider is dealt with": messages.notices_are_handled,
        "letters: all sent, one confirmation an order": lambda: messages.letters_went_once(peers),
        "other programs: all told, each under one number": lambda: messages.programs_were_told_once(peers),
        "tracking is in order, no event twice": messages.tracking_is_in_order,
        "the carrier has each parcel once": lambda: messages.parcels_are_booked_once(peers),
        "nobody gave up, nobody was shown a bare error": lambda: trade.everybody_was_served(book),
    }
    if with_index:
        table["the index is the database"] = messages.index_is_the_database
    return table
