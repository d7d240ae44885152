"""Accounts' part of the public API."""

from typing import Any

from i18n.graphql.types.country import CountryCode
from marketplace.accounts.addresses.rules import AddressRules, address_rules
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.graphql.consent_schema import ConsentMutations, ConsentQueries
from marketplace.accounts.graphql.letter_schema import LetterMutations, LetterQueries
from marketplace.accounts.graphql.mutations.account_address_create import AccountAddressCreate
from marketplace.accounts.graphql.mutations.account_address_delete import AccountAddressDelete
from marketplace.accounts.graphql.mutations.account_address_update import AccountAddressUpdate
from marketplace.accounts.graphql.mutations.account_data_export import AccountDataExport
from marketplace.accounts.graphql.mutations.account_delete import AccountDelete
from marketplace.accounts.graphql.mutations.account_erase import AccountErase
from marketplace.accounts.graphql.mutations.account_register import AccountRegister
from marketplace.accounts.graphql.mutations.account_request_deletion import AccountRequestDeletion
from marketplace.accounts.graphql.mutations.account_set_default_address import AccountSetDefaultAddress
from marketplace.accounts.graphql.mutations.account_update import AccountUpdate
from marketplace.accounts.graphql.mutations.confirm_account import ConfirmAccount
from marketplace.accounts.graphql.mutations.confirm_email import ConfirmEmail
from marketplace.accounts.graphql.mutations.impersonation import ImpersonationEnd, ImpersonationStart
from marketplace.accounts.graphql.mutations.password_change import PasswordChange
from marketplace.accounts.graphql.mutations.request_password_reset import RequestPasswordReset
from marketplace.accounts.graphql.mutations.session_end import SessionEnd, SessionsEndOthers
from marketplace.accounts.graphql.mutations.set_password import SetPassword
from marketplace.accounts.graphql.mutations.token_create import TokenCreate
from marketplace.accounts.graphql.mutations.token_refresh import TokenRefresh
from marketplace.accounts.graphql.mutations.token_revoke import TokenRevoke
from marketplace.accounts.graphql.mutations.token_verify import TokenVerify
from marketplace.accounts.graphql.mutations.tokens_deactivate_all import TokensDeactivateAll
from marketplace.accounts.graphql.mutations.totp_confirm import TotpConfirm
from marketplace.accounts.graphql.mutations.totp_disable import TotpDisable
from marketplace.accounts.graphql.mutations.totp_start import TotpStart
from marketplace.accounts.graphql.people_schema import PeopleMutations, PeopleQueries
from marketplace.accounts.graphql.types.address import AddressValidationData
from marketplace.accounts.graphql.types.impersonation import Impersonation
from marketplace.accounts.graphql.types.session import Session
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.impersonation.impersonation import Impersonation as ImpersonationRow
from marketplace.accounts.sessions.session import Session as SessionRow
from marketplace.graphql import ANYONE, SIGNED_IN, Field, List, NonNull, ObjectType, String

_MOST_SESSIONS = 100


class AccountsQueries(ConsentQueries, LetterQueries, PeopleQueries, ObjectType):
    """Oneself, and what addresses need."""

    me = Field(User, access=ANYONE, description="Whoever is signed in; null when nobody is.")
    address_validation_rules = Field(
        AddressValidationData,
        country_code=CountryCode(required=True),
        country_area=String(description="For the wards or districts in it."),
        city=String(description="Taken for clients that send it; the choices do not depend on it."),
        city_area=String(description="The same."),
        access=ANYONE,
        description="What a form for addresses of a country has to ask for; null for an unknown country.",
    )

    my_sessions = Field(
        NonNull(List(NonNull(Session))),
        access=SIGNED_IN,
        size=10,
        description="Where one is signed in, used last first; at most a hundred.",
    )

    impersonation = Field(
        Impersonation,
        access=ANYONE,
        description="The visit of one of our own to somebody's pages that this request belongs to; else null.",
    )

    @staticmethod
    def resolve_impersonation(root: Any, info: Any) -> ImpersonationRow | None:
        if info.context.impersonator is None:
            return None
        return ImpersonationRow.objects.filter(session__public_id=info.context.extra.get("session")).first()

    @staticmethod
    def resolve_my_sessions(root: Any, info: Any) -> list[SessionRow]:
        rows = SessionRow.objects.alive(info.context.now).filter(user=signed_in_user(info))
        return list(rows.order_by("-last_used_at", "-pk")[:_MOST_SESSIONS])

    @staticmethod
    def resolve_me(root: Any, info: Any) -> Any:
        return info.context.actor if info.context.actor.is_authenticated else None

    @staticmethod
    def resolve_address_validation_rules(
        root: Any, info: Any, country_code: str, country_area: str | None = None, **_narrower: str | None
    ) -> AddressRules | None:
        return address_rules(country_code, country_area or "")


class AccountsMutations(ConsentMutations, LetterMutations, PeopleMutations, ObjectType):
    """Registering, signing in, and one's own account."""

    account_register = AccountRegister.Field()
    confirm_email = ConfirmEmail.Field()
    confirm_account = ConfirmAccount.Field()
    request_password_reset = RequestPasswordReset.Field()
    set_password = SetPassword.Field()
    password_change = PasswordChange.Field()
    token_create = TokenCreate.Field()
    token_refresh = TokenRefresh.Field()
    token_revoke = TokenRevoke.Field()
    token_verify = TokenVerify.Field()
    tokens_deactivate_all = TokensDeactivateAll.Field()
    session_end = SessionEnd.Field()
    sessions_end_others = SessionsEndOthers.Field()
    impersonation_start = ImpersonationStart.Field()
    impersonation_end = ImpersonationEnd.Field()
    totp_start = TotpStart.Field()
    totp_confirm = TotpConfirm.Field()
    totp_disable = TotpDisable.Field()
    account_update = AccountUpdate.Field()
    account_address_create = AccountAddressCreate.Field()
    account_address_update = AccountAddressUpdate.Field()
    account_address_delete = AccountAddressDelete.Field()
    account_set_default_address = AccountSetDefaultAddress.Field()
    account_data_export = AccountDataExport.Field()
    account_erase = AccountErase.Field()
    account_request_deletion = AccountRequestDeletion.Field()
    account_delete = AccountDelete.Field()
