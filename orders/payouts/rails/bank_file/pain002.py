"""Read a bank's payment status report, ISO 20022 pain.002, any version: what it says of each transfer.

What a transfer says of itself wins, then its block, then the whole message. Codes (ExternalPaymentTransactionStatus1):
RJCT and CANC say that it was not paid; ACSC and ACCC that it was; everything else is on its way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from marketplace.safe_xml.node import Node
from marketplace.safe_xml.read import read_xml

_REFUSED = frozenset({"RJCT", "CANC"})
_PAID = frozenset({"ACSC", "ACCC"})


class Said(StrEnum):
    PAID = "PAID"
    REFUSED = "REFUSED"
    ON_ITS_WAY = "ON_ITS_WAY"


@dataclass(frozen=True, slots=True)
class TransferReport:
    """``number`` is empty where the report speaks of the whole message."""

    number: str
    said: Said
    status: str
    code: str = ""
    """``AC04``: closed account (ExternalStatusReason1)."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    message_id: str
    transfers: tuple[TransferReport, ...]


class NotAReport(ValueError):
    """Well-formed, but no payment status report."""


def read_report(content: bytes) -> Report:
    """Raises ``NotAReport``, and ``BadXml`` for what is no XML at all."""
    report = read_xml(content).first("Document/CstmrPmtStsRpt")
    group = report.first("OrgnlGrpInfAndSts") if report else None
    if report is None or group is None or not group.word("OrgnlMsgId"):
        raise NotAReport("there is no CstmrPmtStsRpt with an OrgnlMsgId")
    return Report(group.word("OrgnlMsgId"), tuple(_transfers(report, group)))


def _transfers(report: Node, group: Node) -> Iterator[TransferReport]:
    """The message and its blocks first, so that what is said of a transfer comes last and wins."""
    if group.word("GrpSts") not in ("", "PART"):
        yield _said("", group.word("GrpSts"), group)
    for block in report.all("OrgnlPmtInfAndSts"):
        if block.word("PmtInfSts") not in ("", "PART"):
            yield _said("", block.word("PmtInfSts"), block)
        for row in block.all("TxInfAndSts"):
            if row.word("OrgnlEndToEndId") and row.word("TxSts"):
                yield _said(row.word("OrgnlEndToEndId"), row.word("TxSts"), row)


def _said(number: str, status: str, node: Node) -> TransferReport:
    said = Said.REFUSED if status in _REFUSED else Said.PAID if status in _PAID else Said.ON_ITS_WAY
    text = " ".join(each.text for each in node.all("StsRsnInf/AddtlInf"))
    code = node.word("StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry")
    return TransferReport(number[:35], said, status[:4], code[:35], text[:300])
