"""Restricted goods in the API."""

from typing import Any

from i18n.messages import gettext
from logistics.customs.restricted import rule
from logistics.customs.restricted.wording import SAYS
from marketplace.graphql import ANYONE, Boolean, Date, Enum, Field, List, NonNull, ObjectType, String

TradeRuleStatus = Enum.from_enum(
    rule.TradeStatus,
    name="TradeRuleStatus",
    description="BLOCKED: cannot be ordered there. PAPERS: needs a document. NOTE: good to know.",
)


class TradeRule(ObjectType):
    """What a country asks of goods of this kind, or makers are reminded of. Help, not a ruling."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    status = Field(TradeRuleStatus, required=True)
    message = Field(String, required=True, description="In the language of the request.")
    legal_basis = Field(String, required=True)
    effective_from = Field(Date, required=True)
    source = Field(String, required=True)
    source_date = Field(Date, required=True)
    is_checked = Field(Boolean, required=True, description="The rule was compared with its official text.")
    is_for_makers = Field(Boolean, required=True, description="A reminder for the seller.")

    @staticmethod
    def resolve_message(row: rule.TradeRule, info: Any) -> str:
        return gettext(info.context.language, SAYS[row.code])

    @staticmethod
    def resolve_legal_basis(row: rule.TradeRule, info: Any) -> str:
        return row.since.legal_basis

    @staticmethod
    def resolve_effective_from(row: rule.TradeRule, info: Any) -> Any:
        return row.since.effective_from

    @staticmethod
    def resolve_source(row: rule.TradeRule, info: Any) -> str:
        return row.since.source

    @staticmethod
    def resolve_source_date(row: rule.TradeRule, info: Any) -> Any:
        return row.since.source_date

    @staticmethod
    def resolve_is_checked(row: rule.TradeRule, info: Any) -> bool:
        return row.since.checked

    @staticmethod
    def resolve_is_for_makers(row: rule.TradeRule, info: Any) -> bool:
        return row.for_makers


class GoodsTradeRules(ObjectType):
    """The rules about one kind of goods among several."""

    class Meta:
        access = ANYONE

    goods = Field(String, required=True, description="What they are called, in the language of the request.")
    rules = Field(List(NonNull(TradeRule)), required=True, size=3)
