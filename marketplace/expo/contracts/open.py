"""Papers and files of fairs are opened by a link that ends. Who gets one is decided where it is made."""

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.utils import timezone

from catalog.products.clean_file import PDF
from marketplace.events.reactions import outside_transaction
from marketplace.expo.contracts.events import FairPaperIssued
from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.contracts.render import render_paper
from marketplace.expo.contracts.storage import read_file, read_paper, write_paper

LIFETIME = timedelta(hours=1)
_PAPER, _FILE = "expo.paper", "expo.file"
Opened = tuple[str, bytes, str]
"""File name, content, its type."""


class FairPaperNotOpened(LookupError):
    """The token is not ours, is over, or what it is about is gone. Which of them is nobody's business."""


class PaperDamaged(Exception):
    """The stored PDF is not the one that was issued, and cannot be made again as it was."""


def paper_url(paper: FairPaper, *, now: datetime | None = None) -> str:
    return _url([paper.pk.hex], _PAPER, now)


def file_url(file: str, name: str, file_type: str, *, now: datetime | None = None) -> str:
    return _url([file, name, file_type], _FILE, now)


def open_fair_paper(token: str) -> Opened:
    """A contract, invoice or credit note, or a file that an exhibitor handed in. Raises ``FairPaperNotOpened``."""
    try:
        return _opened_paper(_signed(token, _PAPER))
    except signing.BadSignature:
        return _opened_file(token)


def pdf_of(paper: FairPaper) -> bytes:
    """The PDF as it was first made, byte for byte. Raises ``PaperDamaged``; past its time ``FairPaperNotOpened``."""
    if not paper.content:
        raise FairPaperNotOpened("its period is over")
    stored = read_paper(paper.pk) if paper.sha256 else None
    if stored is not None and hashlib.sha256(stored).hexdigest() == paper.sha256:
        return stored
    pdf = render_paper(paper)
    if paper.sha256 and hashlib.sha256(pdf).hexdigest() != paper.sha256:
        raise PaperDamaged(paper.number)
    paper.sha256 = write_paper(paper.pk, pdf)
    FairPaper.objects.filter(pk=paper.pk).update(sha256=paper.sha256)
    return pdf


@outside_transaction
def make_fair_paper(event: FairPaperIssued) -> None:
    """Reaction: make the PDF in the background, so that the first reader does not wait. Twice changes nothing."""
    paper = FairPaper.objects.filter(pk=event.paper_id).first()
    if paper is not None:
        pdf_of(paper)


def _url(about: list[str], salt: str, now: datetime | None) -> str:
    until = int(((now or timezone.now()) + LIFETIME).timestamp())
    return f"{settings.PUBLIC_URL}/documents/{signing.dumps([*about, until], salt=salt)}"


def _signed(token: str, salt: str) -> list[str]:
    try:
        *about, until = signing.loads(token, salt=salt)
    except (ValueError, TypeError) as error:
        raise FairPaperNotOpened("not a token of ours") from error
    if until < timezone.now().timestamp():
        raise FairPaperNotOpened("the token is over")
    return [str(each) for each in about]


def _opened_paper(about: list[str]) -> Opened:
    paper = FairPaper.objects.filter(pk=UUID(about[0])).first()
    if paper is None:
        raise FairPaperNotOpened("there is no such paper")
    return paper.file_name, pdf_of(paper), PDF


def _opened_file(token: str) -> Opened:
    try:
        file, name, file_type = _signed(token, _FILE)
    except signing.BadSignature as error:
        raise FairPaperNotOpened("not a token of ours") from error
    content = read_file(file)
    if content is None:
        raise FairPaperNotOpened("there is no such file")
    return name, content, file_type
