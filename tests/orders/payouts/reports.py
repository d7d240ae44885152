"""A bank's payment status reports about a payout (pain.002.001.10), written for the tests."""

from orders.payouts.payout.payout import Payout

_XML = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>REPORT-1</MsgId><CreDtTm>2026-11-23T12:00:00Z</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>{message}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
<GrpSts>{group}</GrpSts></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>{message}-1</OrgnlPmtInfId>{rows}</OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>"""
_ROW = """<TxInfAndSts><OrgnlEndToEndId>{number}</OrgnlEndToEndId><TxSts>{status}</TxSts>{why}</TxInfAndSts>"""


def report(payout: Payout, status: str, code: str = "", *, group: str = "PART") -> bytes:
    """What the bank says of one payout; ``group`` what it says of the whole file."""
    payout.refresh_from_db()
    assert payout.file is not None
    why = f"<StsRsnInf><Rsn><Cd>{code}</Cd></Rsn><AddtlInf>as reported</AddtlInf></StsRsnInf>" if code else ""
    row = _ROW.format(number=payout.number, status=status, why=why) if status else ""
    return _XML.format(message=payout.file.message_id, group=group, rows=row).encode()
