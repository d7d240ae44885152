"""``python -m tests.infra.restore.place_orders COUNT SECONDS``: paid orders, one after the other.

After each one is committed a line says its number, the second at which the buyer was told, and nothing more: what a
restored database is asked for afterwards.
"""

import sys
import time
from itertools import count

from django import setup


def main() -> None:
    setup()
    from tests.factories.orders import make_chair, make_paid_order

    number_anew()
    orders, seconds = int(sys.argv[1]), float(sys.argv[2])
    for _ in range(orders):
        order = make_paid_order((make_chair(), 1))
        sys.stdout.write(f"{order.number} {time.time():.3f}\n")
        sys.stdout.flush()
        time.sleep(seconds)


def number_anew() -> None:
    """Factories count from 1 in each process; here they go on after everything that is in the database."""
    from marketplace.sellers.models import Seller
    from tests.factories import accounts, catalog, sellers

    unused = 1000 + 20 * Seller.objects.count()
    for factory in (accounts, catalog, sellers):
        factory._number = count(unused)


if __name__ == "__main__":
    main()
