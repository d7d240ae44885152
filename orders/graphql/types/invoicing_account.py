"""By which service a seller hands over tax invoices, in the API. The key it gave is never shown again."""

from typing import Any

from i18n.messages import gettext
from marketplace.graphql import Boolean, DateTime, Field, List, NonNull, ObjectType, String
from orders.graphql.payout_access import OF_SELLER
from orders.invoicing.account import BY_HAND, InvoicingAccount
from orders.invoicing.discovery import installed_providers
from orders.invoicing.provider import Provider


class InvoicingService(ObjectType):
    """A way of handing over tax invoices."""

    class Meta:
        access = OF_SELLER

    code = Field(String, required=True)
    name = Field(String, required=True, description="In the language of the request.")
    needs_token = Field(Boolean, required=True)
    by_hand = Field(Boolean, required=True, description="A person hands in the file.")
    is_ready = Field(Boolean, required=True, description="The marketplace is connected to it.")

    @staticmethod
    def resolve_name(choice: "Choice", info: Any) -> str:
        return gettext(info.context.language, choice.provider.name)


class InvoicingAccountOfSeller(ObjectType):
    """What a seller has chosen, and what there is to choose."""

    class Meta:
        access = OF_SELLER
        name = "InvoicingAccount"

    provider = Field(String, required=True)
    has_token = Field(Boolean, required=True)
    changed = Field(DateTime)
    services = Field(List(NonNull(InvoicingService)), required=True, size=3)

    @staticmethod
    def resolve_services(account: "Chosen", info: Any) -> list["Choice"]:
        return [Choice(account.seller_id, provider) for _code, provider in sorted(installed_providers().items())]


class Choice:
    """A service as it is shown to a seller, with what the rule of access asks for."""

    def __init__(self, seller_id: int, provider: Provider) -> None:
        self.seller_id = seller_id
        self.provider = provider
        self.code = provider.code
        self.needs_token = provider.needs_token
        self.by_hand = provider.by_hand
        self.is_ready = provider.is_ready()


class Chosen:
    """The account of a seller who may have chosen nothing."""

    def __init__(self, seller_id: int, account: InvoicingAccount | None) -> None:
        self.seller_id = seller_id
        self.provider = account.provider if account is not None else BY_HAND
        self.has_token = bool(account is not None and account.token)
        self.changed = account.changed_at if account is not None else None


def chosen_by(seller_id: int) -> Chosen:
    return Chosen(seller_id, InvoicingAccount.objects.filter(seller=seller_id).first())
