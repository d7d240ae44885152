"""The letter to whoever got goods that are called back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.traceability.recall.recall import Recall, RecalledLot, RecallText
from catalog.traceability.recall.receivers import Contact
from i18n.formatting import format_list
from i18n.languages import UnknownLanguage, fallback_chain
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to_address

RECALL_NOTICE = LetterText(
    kind="RECALL_NOTICE",
    subject=_("%(seller)s calls goods back: %(what)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "%(seller)s calls back %(what)s, lot %(lots)s. By our records some of it was sent to you.\n\n"
        "Why: %(reason)s\n\n"
        "What to do: %(instructions)s\n\n"
        "Please do not use, sell or pass on these goods, tell whoever got them from you, and answer the seller at"
        " %(address)s how many pieces you still have."
    ),
)
READ = ("en", "vi")
"""Tried where the receiver's own language and its relatives are missing."""


def send_notice(recall: Recall, texts: Mapping[str, RecallText], lots: Sequence[RecalledLot], contact: Contact) -> None:
    """In the receiver's language; the seller's own words in the nearest language that they were written in."""
    text = nearest_text(texts, contact.language, recall.source_language)
    products = dict.fromkeys(row.lot.variant.product.name for row in lots)
    write_to_address(
        contact.email,
        contact.language,
        RECALL_NOTICE,
        name=contact.name,
        seller=recall.seller.name,
        what=format_list(list(products), contact.language),
        lots=format_list([row.lot.number for row in lots], contact.language),
        reason=text.reason,
        instructions=text.instructions,
        address=recall.seller.email,
    )


def nearest_text(texts: Mapping[str, RecallText], language: str, source: str) -> RecallText:
    """In the reader's language, else English, else as it was written."""
    try:
        chain = fallback_chain(language)
    except UnknownLanguage:
        chain = ()
    return texts[next((code for code in (*chain, *READ) if code in texts), source)]
