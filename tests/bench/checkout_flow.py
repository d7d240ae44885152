"""From a basket to an order through the API, as a buyer's program asks for it: four requests.

A basket with two articles of two sellers and both addresses; what delivery costs; a choice for each seller; the
order, to be paid by bank transfer. `Flow.run` goes through the WSGI application, so that everything a request takes is
in it; only the server's socket is not.
"""

import io
from collections.abc import Callable, Iterable
from typing import Any

import orjson

CREATE = """mutation Create($input: CheckoutCreateInput!) {
  checkoutCreate(input: $input) { checkout { id quantity } errors { field code message } }
}"""
DELIVERY = """query Delivery($id: ID!) {
  checkout(id: $id) { groups { seller { id name } deliveryMethods { id name price { amount currency } } } }
}"""
CHOOSE = """mutation Choose($id: ID!, $first: ID!, $method: ID!, $second: ID!, $other: ID!) {
  a: checkoutDeliveryMethodUpdate(id: $id, sellerId: $first, deliveryMethodId: $method) {
    errors { field code message }
  }
  b: checkoutDeliveryMethodUpdate(id: $id, sellerId: $second, deliveryMethodId: $other) {
    checkout { totalPrice { gross { amount currency } } }
    errors { field code message }
  }
}"""
COMPLETE = """mutation Complete($id: ID!, $total: Decimal!) {
  checkoutComplete(id: $id, paymentGateway: "bank_transfer", acceptedTotal: $total) {
    order { id number } errors { field code message }
  }
}"""
ADDRESS = {
    "firstName": "Sanne",
    "lastName": "Voorbeeld",
    "streetAddress1": "Voorbeeldgracht 12",
    "postalCode": "3511 AB",
    "city": "Utrecht",
    "country": "NL",
    "phone": "+31301234567",
}


class Flow:
    """One buyer's way, over and over. ``application`` is a WSGI callable, ``variants`` global ids of two sellers'."""

    def __init__(self, application: Callable[..., Iterable[bytes]], variants: list[str]) -> None:
        self._application = application
        self._variants = variants
        self.steps: dict[str, Callable[[], None]] = {
            "create": self._create,
            "delivery": self._delivery,
            "choose": self._choose,
            "complete": self._complete,
        }
        self._state: dict[str, Any] = {}

    def run(self) -> str:
        """The number of the order that came of it."""
        for step in self.steps.values():
            step()
        return str(self._state["number"])

    def _create(self) -> None:
        lines = [{"variantId": variant, "quantity": 1} for variant in self._variants]
        wanted = {
            "channel": "eu",
            "email": "sanne@example.org",
            "languageCode": "NL",
            "lines": lines,
            "shippingAddress": ADDRESS,
            "billingAddress": ADDRESS,
        }
        self._state = {"id": self._asked(CREATE, input=wanted)["checkoutCreate"]["checkout"]["id"]}

    def _delivery(self) -> None:
        groups = self._asked(DELIVERY, id=self._state["id"])["checkout"]["groups"]
        self._state["chosen"] = [(group["seller"]["id"], group["deliveryMethods"][0]["id"]) for group in groups]

    def _choose(self) -> None:
        (first, method), (second, other) = self._state["chosen"]
        answer = self._asked(CHOOSE, id=self._state["id"], first=first, method=method, second=second, other=other)
        self._state["total"] = answer["b"]["checkout"]["totalPrice"]["gross"]["amount"]

    def _complete(self) -> None:
        answer = self._asked(COMPLETE, id=self._state["id"], total=self._state["total"])
        self._state["number"] = answer["checkoutComplete"]["order"]["number"]

    def _asked(self, document: str, **variables: Any) -> Any:
        body = orjson.dumps({"query": document, "variables": variables})
        environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": "/graphql/",
            "QUERY_STRING": "",
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(body)),
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "127.0.0.1:8000",
            "HTTP_ACCEPT": "application/json",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
        }
        answered = self._application(environ, lambda status, headers, exc_info=None: None)
        answer = orjson.loads(b"".join(answered))
        payloads = [each for each in (answer.get("data") or {}).values() if isinstance(each, dict)]
        if "errors" in answer or any(payload.get("errors") for payload in payloads):
            raise RuntimeError(answer)
        return answer["data"]
