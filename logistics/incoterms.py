"""The eleven Incoterms 2020 rules (ICC publication 723E): who pays what, as data for documents and quotes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from i18n.messages import gettext_noop as _


class Payer(StrEnum):
    SELLER = "seller"
    BUYER = "buyer"


@dataclass(frozen=True, slots=True)
class Incoterm:
    """Who pays for each stretch. ``sea_only`` rules are for goods handed over at a ship."""

    code: str
    name: str
    """English msgid."""
    export_clearance: Payer
    freight: Payer
    """Main carriage to the named place or port."""
    insurance: Payer | None
    """``None``: neither owes it to the other; who bears the risk insures for himself."""
    unloading: Payer
    """At the named place of arrival."""
    import_duty: Payer
    """Import clearance, duty and import tax."""
    sea_only: bool = False


_S, _B = Payer.SELLER, Payer.BUYER

INCOTERMS: dict[str, Incoterm] = {
    rule.code: rule
    for rule in (
        Incoterm("EXW", _("Ex works"), _B, _B, None, _B, _B),
        Incoterm("FCA", _("Free carrier"), _S, _B, None, _B, _B),
        Incoterm("CPT", _("Carriage paid to"), _S, _S, None, _B, _B),
        Incoterm("CIP", _("Carriage and insurance paid to"), _S, _S, _S, _B, _B),
        Incoterm("DAP", _("Delivered at place"), _S, _S, None, _B, _B),
        Incoterm("DPU", _("Delivered at place unloaded"), _S, _S, None, _S, _B),
        Incoterm("DDP", _("Delivered duty paid"), _S, _S, None, _B, _S),
        Incoterm("FAS", _("Free alongside ship"), _S, _B, None, _B, _B, sea_only=True),
        Incoterm("FOB", _("Free on board"), _S, _B, None, _B, _B, sea_only=True),
        Incoterm("CFR", _("Cost and freight"), _S, _S, None, _B, _B, sea_only=True),
        Incoterm("CIF", _("Cost, insurance and freight"), _S, _S, _S, _B, _B, sea_only=True),
    )
}


class UnknownIncoterm(ValueError):
    """The code is none of the eleven of the 2020 edition (DDU, DAT and others were withdrawn)."""

    def __init__(self, code: str) -> None:
        super().__init__(f"{code!r} is not an Incoterms 2020 rule")
        self.code = code


def incoterm(code: str) -> Incoterm:
    """The rule of a code; raises ``UnknownIncoterm``."""
    try:
        return INCOTERMS[code]
    except KeyError:
        raise UnknownIncoterm(code) from None


def who_pays(rule: Incoterm) -> dict[str, Payer | None]:
    """Each stretch of the way by the keys of `logistics.customs.wording.WHO_PAYS`; ``None``: neither owes it."""
    return {
        "EXPORT_CLEARANCE": rule.export_clearance,
        "CARRIAGE": rule.freight,
        "INSURANCE": rule.insurance,
        "UNLOADING": rule.unloading,
        "IMPORT": rule.import_duty,
    }
