"""``accountDataExport``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.privacy.export import export_personal_data
from marketplace.graphql import SIGNED_IN, Field, JSONString, Mutation


class AccountDataExport(Mutation):
    """Everything the marketplace holds about oneself, as JSON text."""

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        cost = 50

    json = Field(JSONString)

    @classmethod
    def perform(cls, info: Any) -> dict[str, Any]:
        return {"json": export_personal_data(signed_in_user(info))}
