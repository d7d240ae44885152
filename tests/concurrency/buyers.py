"""A process full of buyers: ``python -m tests.concurrency.buyers`` with what to do as one line of JSON.

It says ``ready``, waits for a line, and then completes every basket it was given, each in a thread of its own with a
connection of its own. Each outcome is a line of JSON.
"""

import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.conf import settings

_printing = threading.Lock()


def main() -> None:
    task: dict[str, Any] = json.loads(sys.stdin.readline())
    settings.DATABASES["default"]["NAME"] = task["database"]
    import django

    django.setup()
    _say("ready")
    sys.stdin.readline()
    with ThreadPoolExecutor(task["threads"]) as pool:
        for basket in task["baskets"]:
            pool.submit(_buy, basket, task["total"])


def _buy(basket: str, total: str) -> None:
    from django.db import connection

    try:
        _say({"basket": basket, "outcome": _outcome(basket, total)})
    finally:
        connection.close()


def _outcome(basket: str, total: str) -> str:
    from django.db import OperationalError
    from django.utils import timezone

    from catalog.stock.errors import InsufficientStock
    from orders.checkout.complete import CheckoutHasProblems, complete_checkout

    try:
        order = complete_checkout(
            checkout_id=UUID(basket),
            gateway_code="test_card",
            payment_data={"card_number": "4242 4242 4242 4242"},
            accepted_total=Decimal(total),
            now=timezone.now(),
        )
    except InsufficientStock:
        return "SOLD OUT"
    except CheckoutHasProblems as refused:
        return "SOLD OUT" if {problem.code for problem in refused.problems} == {"INSUFFICIENT_STOCK"} else str(refused)
    except OperationalError as busy:
        return "BUSY" if "locked" in str(busy) else f"{type(busy).__name__}: {busy}"
    except Exception as failure:  # shown by whoever reads it
        return f"{type(failure).__name__}: {failure}"
    return f"ORDER {order.number}"


def _say(what: object) -> None:
    with _printing:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
