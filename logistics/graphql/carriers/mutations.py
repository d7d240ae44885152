"""Connecting carriers. For managers of the seller; of the marketplace's own accounts, for staff."""

from typing import Any

from i18n.messages import gettext_noop as _
from logistics.carriers.accounts.check import check_account
from logistics.carriers.accounts.connect import (
    AlreadyConnected,
    NotAccepted,
    WantsNoAccount,
    change_account,
    connect_account,
    disconnect_account,
    renew_webhook_secret,
)
from logistics.carriers.accounts.settings import BadSetting
from logistics.carriers.accounts.webhook import door_of
from logistics.carriers.registry import UnknownCarrier, carrier_of
from logistics.graphql.carriers.access import own_account, owner_for
from logistics.graphql.carriers.types import CarrierAccount, CarrierWebhook
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Field,
    InputError,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
)
from marketplace.sealed.seal import BrokenSeal

MOST_SETTINGS = 20
MESSAGES = {
    "REQUIRED": _("This field is needed."),
    "NOT_FOUND": _("The carrier does not ask for this."),
    "INVALID": _("Only letters without accents, digits and signs are possible here."),
}
REFUSED: Any = {
    BadSetting: lambda refusal: InputError(MESSAGES[refusal.code], field=f"settings.{refusal.name}", code=refusal.code),
    NotAccepted: lambda _refusal: InputError(
        _("The carrier does not accept these credentials."), field="settings", code="CREDENTIALS_REFUSED"
    ),
    AlreadyConnected: lambda _refusal: InputError(
        _("There is an account with this carrier already."), field="carrier", code="UNIQUE"
    ),
    WantsNoAccount: lambda _refusal: InputError(_("This carrier needs no account."), field="carrier"),
    UnknownCarrier: lambda _refusal: InputError(_("There is no such carrier."), field="carrier", code="NOT_FOUND"),
    BrokenSeal: lambda _refusal: InputError(
        _("The account can no longer be read. Disconnect it and connect it anew."), field="id", code="UNREADABLE"
    ),
}
CODES = ("CREDENTIALS_REFUSED", "UNREADABLE")


class CarrierAccountSettingInput(InputObjectType):
    """One of the carrier's `accountFields`."""

    name = String(required=True)
    value = String(required=True)


class CarrierAccountConnectInput(InputObjectType):
    """A new account."""

    seller = ID(description="Left out: the marketplace's own, for staff.")
    carrier = String(required=True, description="A code of `carriers`.")
    is_test = Boolean(description="Of the carrier's trial system.")
    settings = NonNull(List(NonNull(CarrierAccountSettingInput)))


class CarrierAccountConnect(Mutation):
    """Connect an account. The carrier is asked whether it takes the credentials; nothing is stored if it does not."""

    class Arguments:
        input = CarrierAccountConnectInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        atomic = False
        error_codes = CODES
        known_errors = REFUSED

    account = Field(CarrierAccount)
    webhook = Field(CarrierWebhook, description="Null for a carrier that sends no messages.")

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        row = connect_account(
            carrier=input["carrier"],
            seller=owner_for(info, input.get("seller")),
            settings=_settings(input["settings"]),
            is_test=bool(input.get("is_test")),
            by=info.context.actor,
        )
        return {"account": row, "webhook": door_of(row, carrier_of(row.carrier))}


class CarrierAccountUpdate(Mutation):
    """Enter other credentials; what is left out stays as it is."""

    class Arguments:
        id = ID(required=True)
        settings = NonNull(List(NonNull(CarrierAccountSettingInput)))

    class Meta:
        access = SIGNED_IN
        atomic = False
        error_codes = CODES
        known_errors = REFUSED

    account = Field(CarrierAccount)

    @classmethod
    def perform(cls, info: Any, *, id: str, settings: Any) -> dict[str, Any]:
        return {"account": change_account(row=own_account(info, id), settings=_settings(settings))}


class CarrierAccountCheck(Mutation):
    """Ask the carrier whether it still takes the credentials."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        atomic = False

    account = Field(CarrierAccount)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"account": check_account(row=own_account(info, id))}


class CarrierAccountRenewWebhookSecret(Mutation):
    """Make a new secret for the carrier's messages; those that know the old one are refused from now on."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED

    account = Field(CarrierAccount)
    webhook = Field(CarrierWebhook, description="Null for a carrier that sends no messages.")

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        row = own_account(info, id)
        renew_webhook_secret(row=row)
        return {"account": row, "webhook": door_of(row, carrier_of(row.carrier))}


class CarrierAccountDisconnect(Mutation):
    """Forget the credentials. Shipments that were booked with the account are followed by hand from now on."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        disconnect_account(row=own_account(info, id))
        return {}


def _settings(given: list[Any]) -> dict[str, str]:
    if len(given) > MOST_SETTINGS:
        raise InputError(field="settings")
    return {each["name"]: each["value"] for each in given}
