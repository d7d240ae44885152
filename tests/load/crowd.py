"""Who comes: so many of each kind."""

import random

from tests.load.book import Book
from tests.load.stage.stage import Stage
from tests.load.traffic.buyers import Buyer
from tests.load.traffic.cashiers import Cashier
from tests.load.traffic.couriers import Courier
from tests.load.traffic.importers import Importer
from tests.load.traffic.readers import Reader
from tests.load.traffic.searchers import Searcher
from tests.load.traffic.shippers import shipper_of
from tests.load.traffic.trade import Crowd, Trade
from tests.load.world import World

MIX: tuple[tuple[type[Trade], int], ...] = ((Reader, 2), (Searcher, 1), (Buyer, 4), (Cashier, 1), (Importer, 1))


def crowd_of(world: World, stage: Stage, book: Book, chance: random.Random) -> Crowd:
    kinds = [kind for kind, number in MIX for _ in range(number)]
    kinds += [shipper_of(house) for house in range(len(world.houses))]
    given = [(world, stage.sites, book, random.Random(chance.random())) for _ in range(len(kinds) + 1)]  # noqa: S311
    courier = Courier(*given[-1])
    courier.webhooks = stage.peers.stripe.webhooks
    return Crowd([courier, *(kind(*each) for kind, each in zip(kinds, given, strict=False))])
