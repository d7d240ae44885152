"""Balance transactions: what each fact did to the account, with Stripe's fee."""

from tests.peers.stripe.world import Stored, World


def fee_on(amount: int) -> int:
    """2.9 % and 30 minor units, rounded half up."""
    return (amount * 29 + 500) // 1000 + 30


def enter(world: World, type: str, source: str, *, amount: int, currency: str, fee: int = 0) -> str:
    """``amount`` is signed; the fee is taken from it."""
    details = [{"amount": fee, "currency": currency, "type": "stripe_fee", "description": "Stripe processing fees"}]
    entered = world.new(
        "txn",
        "balance_transaction",
        type=type,
        source=source,
        amount=amount,
        currency=currency,
        fee=fee,
        fee_details=details if fee else [],
        net=amount - fee,
        status="available",
        reporting_category=type,
        exchange_rate=None,
        available_on=world.now(),
    )
    return str(entered["id"])


def available(world: World, currency: str) -> int:
    rows: list[Stored] = world.all("balance_transaction", currency=currency)
    return sum(row["net"] for row in rows)


def balance(world: World) -> Stored:
    currencies = sorted({row["currency"] for row in world.all("balance_transaction")})
    amounts = [{"currency": code, "amount": available(world, code)} for code in currencies]
    return {"object": "balance", "livemode": False, "available": amounts, "pending": []}
