"""What an exhibitor agrees to: ``fairContractAccept``, ``fairContractSign``."""

from typing import Any

from catalog.graphql.inputs import read_upload
from catalog.products.picture import MOST_BYTES
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.expo.contracts.agree import accept_contract, attach_signed_copy
from marketplace.expo.contracts.contract import FairContract as ContractRow
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import EXHIBITOR, own_exhibitor
from marketplace.expo.graphql.billing.types import FairContract
from marketplace.expo.people.member import ExhibitorRole
from marketplace.expo.people.membership import may_manage
from marketplace.graphql import ID, Field, InputError, Mutation, PermissionDenied, String, Upload


class FairContractAccept(Mutation):
    """Accept the contract online. For managers of the exhibitor, not for staff. Twice keeps the first time."""

    class Arguments:
        exhibitor_id = ID(required=True)
        name = String(required=True, description="Of who accepts, typed out.")

    class Meta:
        access = EXHIBITOR
        known_errors = errors.REFUSED

    fair_contract = Field(FairContract)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, name: str) -> dict[str, Any]:
        user, contract = signed_in_user(info), _contract(info, exhibitor_id)
        if not may_manage(user, contract.exhibitor):
            raise PermissionDenied(_("Only a manager of the exhibitor may do this."))
        return {"fair_contract": accept_contract(contract=contract, name=name, by=user, now=info.context.now)}


class FairContractSign(Mutation):
    """Hand in a signed copy of the contract, in place of an earlier one. For managers of the exhibitor, and staff."""

    class Arguments:
        exhibitor_id = ID(required=True)
        file = Upload(required=True, description="A PDF, or a JPEG, PNG or WebP picture, up to 10 MB.")

    class Meta:
        access = EXHIBITOR
        known_errors = errors.REFUSED

    fair_contract = Field(FairContract)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, file: Any) -> dict[str, Any]:
        user, contract = signed_in_user(info), _contract(info, exhibitor_id)
        content = read_upload(file, most=MOST_BYTES, field="file")
        signed = attach_signed_copy(contract=contract, content=content, by=user, now=info.context.now)
        return {"fair_contract": signed}


def _contract(info: Any, exhibitor_id: str) -> ContractRow:
    exhibitor = own_exhibitor(info, exhibitor_id, role=ExhibitorRole.MANAGER)
    contract = ContractRow.objects.select_related("paper", "exhibitor").filter(exhibitor=exhibitor).first()
    if contract is None or not contract.paper.content:  # its period is over
        raise InputError(_("This exhibitor has no contract."), field="exhibitor_id", code="NOT_FOUND")
    return contract
