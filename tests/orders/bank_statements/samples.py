"""Statement files of a made-up bank, in the shapes that banks use."""

from collections.abc import Sequence
from typing import Any

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"
EUR_ACCOUNT = "NL93DEMO0123456789"


def transfer(
    amount: str,
    *,
    text: str = "",
    reference: str = "",
    bank_reference: str = "",
    name: str = "",
    currency: str = "EUR",
    direction: str = "CRDT",
    day: str = "2026-11-20",
    status: str = "BOOK",
    version: str = "08",
) -> str:
    """One entry with one transfer, as the version of the message has it."""
    side = "Dbtr" if direction == "CRDT" else "Cdtr"
    inner = f"<Pty><Nm>{name}</Nm></Pty>" if version >= "08" else f"<Nm>{name}</Nm>"
    stated = f"<Sts><Cd>{status}</Cd></Sts>" if version >= "08" else f"<Sts>{status}</Sts>"
    ours = f"<AcctSvcrRef>{bank_reference}</AcctSvcrRef>" if bank_reference else ""
    written = f"<Ustrd>{text}</Ustrd>" if text else ""
    structured = f"<Strd><CdtrRefInf><Ref>{reference}</Ref></CdtrRefInf></Strd>" if reference else ""
    return (
        f'<Ntry><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd>{stated}'
        f"<BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>{ours}"
        f"<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
        f"<RltdPties><{side}>{inner}</{side}><{side}Acct><Id><IBAN>NL00TEST0000000001</IBAN></Id></{side}Acct>"
        f"</RltdPties><RmtInf>{written}{structured}</RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def camt(
    *entries: str, version: str = "08", account: str = EUR_ACCOUNT, currency: str = "EUR", reference: str = "1"
) -> bytes:
    """A whole message with one statement."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Document xmlns="{NAMESPACE.format(version=version)}"><BkToCstmrStmt>'
        f"<GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>S-{reference}</Id><ElctrncSeqNb>{reference}</ElctrncSeqNb>"
        f"<Acct><Id><IBAN>{account}</IBAN></Id><Ccy>{currency}</Ccy></Acct>"
        f'<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="{currency}">10</Amt>'
        f"<CdtDbtInd>DBIT</CdtDbtInd></Bal>"
        f"{''.join(entries)}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def table(rows: Sequence[Sequence[Any]], *, separator: str = ",") -> bytes:
    lines = [separator.join(f'"{cell}"' for cell in row) for row in rows]
    return "\r\n".join(lines).encode()
