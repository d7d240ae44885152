"""Name or change somebody who answers for the seller's goods within the European Union."""

from typing import Any

from django.http import HttpResponse

from frontend.page import action
from frontend.refusals import NotFound
from frontend.seller_desk.seller_page import SellerPage
from i18n.messages import gettext_noop as _

ADDRESS = ("streetAddress1", "streetAddress2", "postalCode", "city", "countryArea", "country")


class ResponsiblePerson(SellerPage):
    """A new one, or with an ``id`` in the address one that is there."""

    least_role = "MANAGER"
    required = ("seller",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        countries = data["channel"]["countries"] if data["channel"] else []
        return {**super().context(data), "person": self._person(data), "countries": countries}

    @action
    def save(self) -> HttpResponse:
        answer = {
            "name": self.form.text("name", required=True),
            "email": self.form.text("email", required=True),
            "websiteUrl": self.form.optional("websiteUrl"),
            "isDefault": self.form.checked("isDefault", "1"),
            "address": {name: self.form.text(name) for name in ADDRESS},
        }
        if "id" in self.parts:
            self.change("Update", id=self.parts["id"], input=answer)
        else:
            self.change("Create", seller=self.own["id"], input=answer)
        return self.go("seller-responsible", seller=self.own["slug"], message=_("It is saved."))

    @action
    def delete(self) -> HttpResponse:
        self.change("Delete", id=self.parts.get("id", ""))
        message = _("This person is out of use. Products that named nobody else need a new one.")
        return self.go("seller-responsible", seller=self.own["slug"], message=message)

    def _person(self, data: dict[str, Any]) -> dict[str, Any] | None:
        if "id" not in self.parts:
            return None
        for person in data["seller"]["responsiblePeople"] or []:
            if person["id"] == self.parts["id"]:
                return dict(person)
        raise NotFound
