"""Files about money: opened by a link that ends, made when it is opened. Who gets one is decided where it is made."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core import signing
from django.utils import timezone

from i18n.today import today_here
from marketplace.sellers.models import Seller
from orders.figures.figures import figures
from orders.figures.files import figures_csv, figures_xlsx
from orders.figures.scope import Scope
from orders.figures.stretch import Step, Stretch
from orders.invoicing.papers import tax_invoice_paper
from orders.payouts.payout.payout_file import PayoutFile
from orders.payouts.statements.account_statement import account_statement
from orders.payouts.statements.period import Period
from orders.payouts.statements.statement_pdf import statement_number, statement_pdf
from orders.payouts.statements.statement_xlsx import statement_xlsx
from orders.payouts.withholding.certificate import certificate_pdf
from orders.payouts.withholding.monthly_return import monthly_return
from orders.payouts.withholding.return_file import return_csv, return_xlsx

LIFETIME = timedelta(hours=1)
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SALT = "orders.payouts.paper"
Opened = tuple[str, bytes, str]
"""File name, content, its type."""


class PaperNotOpened(LookupError):
    """The token is not ours, is over, or what it is about is gone."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What the link opens; ``kind`` is STATEMENT, PAYOUT_FILE, RETURN, CERTIFICATE, FIGURES or TAX_INVOICE."""

    kind: str
    format: str = "PDF"
    language: str = "en"
    seller: int = 0
    currency: str = ""
    first: str = ""
    last: str = ""
    id: str = ""


def paper_url(paper: Paper, *, now: datetime | None = None) -> str:
    until = int(((now or timezone.now()) + LIFETIME).timestamp())
    return f"{settings.PUBLIC_URL}/documents/{signing.dumps([asdict(paper), until], salt=_SALT, compress=True)}"


def open_paper(token: str) -> Opened:
    """Raises ``PaperNotOpened``."""
    try:
        values, until = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise PaperNotOpened("not a token of ours") from error
    if until < timezone.now().timestamp():
        raise PaperNotOpened("the token is over")
    paper = Paper(**values)
    return _MAKERS[paper.kind](paper)


def _statement(paper: Paper) -> Opened:
    seller = _seller(paper.seller)
    period = Period(date.fromisoformat(paper.first), date.fromisoformat(paper.last))
    made = account_statement(seller.pk, currency=paper.currency, since=period.since, until=period.until)
    name = statement_number(made)
    if paper.format == "XLSX":
        return f"{name}.xlsx", statement_xlsx(made, seller, language=paper.language), XLSX
    return f"{name}.pdf", statement_pdf(made, seller, language=paper.language, on=today_here()), PDF


def _payout_file(paper: Paper) -> Opened:
    file = PayoutFile.objects.filter(pk=paper.id).first()
    if file is None:
        raise PaperNotOpened("there is no such file")
    content = file.content.open()
    if not content:
        raise PaperNotOpened("books let go of it after the period of the law")
    return file.file_name, content.encode(), "application/xml"


def _return(paper: Paper) -> Opened:
    first = date.fromisoformat(paper.first)
    made = monthly_return(first.year, first.month)
    name = f"withholding-{first:%Y-%m}"
    if paper.format == "XLSX":
        return f"{name}.xlsx", return_xlsx(made, language=paper.language), XLSX
    return f"{name}.csv", return_csv(made, language=paper.language), "text/csv"


def _certificate(paper: Paper) -> Opened:
    year = date.fromisoformat(paper.first).year
    pdf = certificate_pdf(_seller(paper.seller), year, language=paper.language, on=today_here())
    return f"tax-withheld-{year}.pdf", pdf, PDF


def _figures(paper: Paper) -> Opened:
    """``seller`` 0: the whole marketplace's; ``id`` is the step and the key of the market, 0 for all."""
    step, _colon, channel = paper.id.partition(":")
    days = Stretch(date.fromisoformat(paper.first), date.fromisoformat(paper.last), Step(step))
    made = figures(Scope(paper.seller or None, days, int(channel) or None), now=timezone.now())
    name = f"figures-{paper.first}-{paper.last}"
    if paper.format == "XLSX":
        return f"{name}.xlsx", figures_xlsx(made, language=paper.language), XLSX
    return f"{name}.csv", figures_csv(made, language=paper.language), "text/csv"


def _tax_invoice(paper: Paper) -> Opened:
    found = tax_invoice_paper(paper.id, paper.format)
    if found is None:
        raise PaperNotOpened("there is no such invoice")
    return found


def _seller(seller_id: int) -> Seller:
    seller = Seller.objects.select_related("address").filter(pk=seller_id).first()
    if seller is None:
        raise PaperNotOpened("there is no such seller")
    return seller


_MAKERS = {
    "STATEMENT": _statement,
    "PAYOUT_FILE": _payout_file,
    "RETURN": _return,
    "CERTIFICATE": _certificate,
    "FIGURES": _figures,
    "TAX_INVOICE": _tax_invoice,
}
