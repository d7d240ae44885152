"""A desk with something on every page: an exhibitor that has a contract and sells here, at a fair that is on."""

from dataclasses import dataclass
from datetime import timedelta

from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.expo.exhibitors import show_product
from marketplace.expo.manual.page import ManualPage
from marketplace.expo.models import Exhibitor, ExhibitorMember, Lead
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_user
from tests.factories.catalog import make_product
from tests.factories.channels import make_channel
from tests.factories.fair_business import make_contracted, make_manual_page, make_open_fair
from tests.factories.leads import make_fair_visitor, make_lead
from tests.factories.meetings import make_meeting
from tests.factories.sellers import make_member

LAST_SLOT = -1


@dataclass(frozen=True)
class Desk:
    exhibitor: Exhibitor
    manual_page: ManualPage
    lead: Lead
    manager: User
    stand: User

    def paths(self, language: str = "en") -> dict[str, str]:
        """By the name of the page; the door to all desks leads on to the only one, so it is not among them."""
        exhibitor, lead = to_global_id("Exhibitor", self.exhibitor.pk), to_global_id("Lead", self.lead.pk)
        base = f"/{language}/exhibitor-desk/{self.exhibitor.expo.slug}/{exhibitor}"
        plain = ("application", "documents", "manual", "profile", "team", "news", "badges", "meetings", "leads")
        return {
            "exhibitor-today": f"{base}/",
            **{f"exhibitor-{name}": f"{base}/{name}" for name in plain},
            "exhibitor-manual-page": f"{base}/manual/{to_global_id('ManualPage', self.manual_page.pk)}",
            "exhibitor-meetings-visitors": f"{base}/meetings/visitors",
            "exhibitor-meetings-times": f"{base}/meetings/times",
            "exhibitor-leads-scan": f"{base}/leads/scan",
            "exhibitor-leads-lead": f"{base}/leads/{lead}",
            "exhibitor-leads-offer": f"{base}/leads/{lead}/offer",
        }


def make_desk() -> Desk:
    """The manager works for the seller too, who alone may offer; a visitor was met and one has asked to meet."""
    make_channel("vn", currency_code="VND")
    make_channel("eu")
    expo = make_open_fair(slug="hoi-cho-mo", starts_on=today_here() - timedelta(days=1))
    manager, stand = make_user(first_name="An", last_name="Ví Dụ"), make_user()
    page, exhibitor = make_manual_page(expo), make_contracted(expo, user=manager)
    product = make_product()
    make_member(product.seller, MemberRole.MANAGER, user=manager)
    exhibitor.seller = product.seller
    exhibitor.save(update_fields=["seller"])
    show_product(exhibitor=exhibitor, product=product)
    ExhibitorMember.objects.create(exhibitor=exhibitor, user=stand, role="STAND")
    lead = make_lead(exhibitor, make_fair_visitor(expo, country="NL", user=make_user()), note="Wants bowls.", rating=4)
    make_meeting(exhibitor, slot=LAST_SLOT)
    return Desk(exhibitor, page, lead, manager, stand)
