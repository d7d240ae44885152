"""A fair that takes applications, as staff find it: firms that wait and one that was billed, lists, visitors, talks."""

from django.utils import timezone

from marketplace.expo.imports.preview import preview_exhibitors
from marketplace.expo.invoices.issue import issue_invoice
from marketplace.expo.plan.drawings.preview import preview_drawing
from marketplace.graphql import to_global_id
from tests.factories.channels import make_channel
from tests.factories.expo import make_hall
from tests.factories.fair_business import make_contracted, make_manual_page, make_open_fair, make_submitted
from tests.factories.meetings import make_seminar
from tests.factories.visitors import make_visitor

LIST = "Company,Country,E-mail\nKilnhouse Example Ltd,NL,info@kilnhouse.example\nBroken Ltd,NL,nowhere\n"
DRAWING = b"""<svg><g id="booths"><rect data-code="N1" x="30" y="20" width="3" height="3"/></g></svg>"""


def make_open_fair_pages() -> list[str]:
    """The addresses of its pages, each with something on it."""
    make_channel("vn", currency_code="VND")
    expo = make_open_fair(slug="hoi-cho-mo", name="Hội chợ mở")
    page, waiting = make_manual_page(expo), make_submitted(expo, name="Gốm Chờ")
    billed = make_contracted(expo, name="Mộc Đã Ký")
    invoice = issue_invoice(exhibitor=billed, currency="VND", by=None, now=timezone.now())
    drawing = preview_drawing(hall=make_hall(expo), content=DRAWING, file_name="plan.svg")
    handed_in = preview_exhibitors(expo=expo, content=LIST.encode(), file_name="exhibitors.csv")
    make_visitor(expo)
    rests = (
        "applications",
        f"applications/{to_global_id('FairApplication', waiting.pk)}",
        "packages",
        "terms",
        "invoices",
        f"invoices/{to_global_id('FairInvoice', invoice.pk)}",
        "manual",
        f"manual/{to_global_id('ManualPage', page.pk)}",
        "imports/sources",
        f"imports/{to_global_id('ExhibitorImport', handed_in.pk)}",
        f"drawings/{to_global_id('PlanImport', drawing.pk)}",
        "visitors",
        "seminars",
        f"seminars/{to_global_id('Seminar', make_seminar(expo).pk)}",
    )
    return [f"/en/expo-desk/{expo.slug}/{rest}" for rest in rests]
