"""From the basket to the order on one page: where to, how, the papers, the sum, and how it is paid.

Every section is a form of its own: what is sent is kept, and the next section opens with what follows from it.
"""

from decimal import Decimal
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from frontend.form import Form
from frontend.page import Page, action
from frontend.refusals import NotAllowed, NotFound, NotSignedIn, Refused
from i18n.messages import gettext_noop as _

FORMS = {"deliver_to": "address", "choose_delivery": "delivery", "numbers": "papers", "gift": "papers"}
"""The section that each form stands in; the last one has the rest."""
NUMBER = "tax-"


class Checkout(Page):
    """The visitor's checkout in this market."""

    indexed = False
    placed: dict[str, Any] | None = None
    """What the basket has become, where its visitor has not heard of it."""

    def load(self) -> dict[str, Any]:
        basket = self.visit.basket()
        if basket is None:
            return {"checkout": None}
        try:
            data = self.ask("Checkout", id=basket)
        except NotFound:
            data = {"checkout": None}
        if data["checkout"] is None:
            self.placed = self._placed(basket)
            self.visit.forget_basket()
        return data

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        """The checkout; or its order, when the answer that told of it was lost on its way."""
        shown = super().show(status, **more)
        return self._to_order(self.placed) if self.placed else shown

    def _placed(self, basket: str) -> dict[str, Any] | None:
        """The order of a basket that is gone. Without a way of paying the API orders nothing, it only says what is."""
        try:
            placed: dict[str, Any] = self.change("OrderOfBasket", id=basket)["checkoutComplete"]
        except (NotFound, NotAllowed, NotSignedIn, Refused):
            return None  # it expired, or is somebody else's
        return placed

    def _to_order(self, done: dict[str, Any]) -> HttpResponse:
        query = {"token": done["orderToken"]} if done.get("orderToken") else {}
        return self.go("order", id=done["order"]["id"], query=query, message=_("Your order is placed."))

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        checkout = data["checkout"]
        if not checkout or not checkout["groups"]:
            return {"checkout": None}
        has_address = bool(checkout["shippingAddress"] and checkout["email"])
        has_delivery = has_address and all(group["deliveryMethod"] for group in checkout["groups"])
        country = self._country(checkout)
        return {
            "has_address": has_address,
            "has_delivery": has_delivery,
            "opened": self._opened(),
            "country": country,
            "rules": self._rules(country, self._area(checkout, country)),
            "numbers": _numbers(checkout, data.get("me")),
        }

    def _opened(self) -> str:
        """The section that is shown open although it is filled in: asked for, or not accepted as it was sent."""
        return FORMS.get(self.form.action, "review") if self.form.action else self.query("step")

    def _country(self, checkout: dict[str, Any]) -> str:
        offered = [country["code"] for country in checkout["channel"]["countries"]]
        address = checkout["shippingAddress"]
        default = checkout["channel"]["defaultCountry"]["code"]
        wanted = self.form.text("country") or self.query("country")
        candidates = (wanted.upper(), address["country"]["code"] if address else "", default)
        return next((code for code in candidates if code in offered), default)

    def _area(self, checkout: dict[str, Any], country: str) -> str | None:
        """The province that is chosen: what is asked below it depends on it."""
        if self.form.action:
            return self.form.text("countryArea")[:100] or None
        address = checkout["shippingAddress"]
        return address["countryArea"] or None if address and address["country"]["code"] == country else None

    def _rules(self, country: str, area: str | None) -> dict[str, Any]:
        answer = self.ask("AddressRules", countryCode=country, countryArea=area)
        rules: dict[str, Any] | None = answer["addressValidationRules"]
        if rules is None:
            raise NotFound
        return rules

    @action
    def choose_country(self) -> HttpResponse:
        """The same step with the fields of the country or province that was chosen; what was typed stays."""
        self.form = Form("deliver_to", self.request.POST)
        return self.show()

    @action
    def deliver_to(self) -> HttpResponse:
        """E-mail, delivery address, and what belongs on the papers; the address is kept in the account if wished."""
        basket = self._basket()
        self.change("CheckoutEmail", id=basket, email=self.form.text("email", required=True))
        address = self.form.address()
        self.change("CheckoutAddress", id=basket, address=address)
        if self.form.checked("keepAddress", "1"):
            self.change("KeepAddress", address=address)
        note, purchase_order = self.form.text("note"), self.form.text("purchaseOrderNumber")
        self.change("CheckoutNote", id=basket, note=note, purchaseOrderNumber=purchase_order)
        return self._on_to("delivery")

    @action
    def choose_delivery(self) -> HttpResponse:
        """One way of delivery for each maker's part."""
        basket = self._basket()
        sellers = [name.removeprefix("delivery-") for name in self.request.POST if name.startswith("delivery-")]
        for seller in sellers[:50]:
            method = self.form.text(f"delivery-{seller}")
            self.change("CheckoutDelivery", id=basket, sellerId=seller, deliveryMethodId=method)
        return self._on_to("papers")

    @action
    def numbers(self) -> HttpResponse:
        """All tax numbers of the form; an empty one is none."""
        names = [name for name in self.request.POST if name.startswith(NUMBER)]
        typed = [(name.removeprefix(NUMBER), self.form.text(name)) for name in names[:4]]
        given = [{"kind": kind, "number": number} for kind, number in typed if number]
        self.change("CheckoutTaxIds", id=self._basket(), taxIds=given)
        return self._on_to("papers")

    @action
    def gift(self) -> HttpResponse:
        is_gift = self.form.checked("isGift", "1")
        self.change("CheckoutGift", id=self._basket(), isGift=is_gift, message=self.form.text("message"))
        return self._on_to("papers")

    @action
    def place(self) -> HttpResponse:
        """Order at the total that was shown; a total that has changed since comes back with nothing done."""
        total = self.form.decimal("acceptedTotal")
        gateway = self.form.text("paymentGateway")
        if not gateway:
            raise self.refuse("paymentGateway", _("Choose how you want to pay."), "REQUIRED")
        if not self.form.checked("terms", "1"):
            raise self.refuse("terms", _("Please agree to the terms to place the order."), "REQUIRED")
        if self.form.text("hasChanged") and not self.form.checked("changes", "1"):
            raise self.refuse("changes", _("Please confirm what has changed."), "REQUIRED")
        done = self._complete(gateway, total or Decimal(0))
        self.visit.forget_basket()
        return self._to_order(done)

    def _complete(self, gateway: str, total: Decimal) -> dict[str, Any]:
        number = self.form.text("cardNumber")
        try:
            answer = self.change(
                "CheckoutComplete",
                id=self._basket(),
                paymentGateway=gateway,
                paymentData={"cardNumber": number} if number else None,
                acceptedTotal=total,
            )
        except Refused as refused:
            if any(error.code == "PRICE_CHANGED" for error in refused.errors):
                # The form shows the new total by itself; the old one must not be kept as "typed".
                self.form.drop("acceptedTotal")
            raise
        done: dict[str, Any] = answer["checkoutComplete"]
        return done

    def _on_to(self, section: str) -> HttpResponse:
        """The same page, where what was just filled in leads on."""
        return HttpResponseRedirect(f"{self.url('checkout')}#{section}")

    def _basket(self) -> str:
        basket = self.visit.basket()
        if basket is None:
            raise self.refuse(None, _("This basket is no longer there. Begin a new one."))
        return basket


def _numbers(checkout: dict[str, Any], me: dict[str, Any] | None) -> dict[str, str]:
    """By kind, what is on this order; before anything is, what the account keeps of one's firm."""
    if checkout["taxIds"] or not me:
        return {each["kind"]: each["number"] for each in checkout["taxIds"]}
    return {kind: number for kind, number in (("EU_VAT", me.get("vat")), ("EORI", me.get("eori"))) if number}
