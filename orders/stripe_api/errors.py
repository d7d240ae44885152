"""What can come of a call to Stripe instead of an answer: ask again, or never mind."""

from orders.payments.gateway import GatewayUnavailable


class StripeNotConfigured(Exception):
    """There is no key: Stripe is not offered here."""

    def __init__(self) -> None:
        super().__init__("STRIPE_SECRET_KEY is not set")


class StripeUnavailable(GatewayUnavailable):
    """A passing trouble: no connection, no answer in time, too many requests, an error of theirs.

    Whether the work was done is not known. The same call with the same key does it once.
    """

    def __init__(self, trouble: str) -> None:
        super().__init__("stripe")
        self.trouble = trouble


class StripeRefused(Exception):
    """A lasting no: asking again would be refused again."""

    def __init__(self, code: str, *, status: int | None, request: str) -> None:
        super().__init__(f"Stripe refused ({code}, {status}, request {request})")
        self.code = code
        """Stripe's code, or its kind of error where there is none."""
        self.status = status
        self.request = request
        """Stripe's number of the request, which its support asks for."""


class CardRefused(StripeRefused):
    """The buyer's bank or card said no; another card may do."""

    def __init__(self, code: str, decline_code: str, *, status: int | None, request: str) -> None:
        super().__init__(code, status=status, request=request)
        self.decline_code = decline_code
