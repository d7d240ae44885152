"""A fair being prepared, as these tests find it."""

from dataclasses import dataclass
from urllib.parse import quote

from catalog.models import Product
from marketplace.accounts.models import User
from marketplace.expo.booths import assign_booth
from marketplace.expo.models import Booth, Exhibitor, Expo, FairNews, Hall
from marketplace.expo.news.write import NewsDraft, write_news
from marketplace.graphql import to_global_id
from marketplace.sellers.models import Seller
from tests.factories.accounts import make_expo_officer
from tests.factories.catalog import make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.sellers import make_seller


@dataclass(frozen=True)
class Preparation:
    officer: User
    expo: Expo
    hall: Hall
    free: Booth
    taken: Booth
    exhibitor: Exhibitor
    """Has the booth that is taken, and the tax code of the seller."""
    guest: Exhibitor
    seller: Seller
    product: Product
    news: FairNews
    """A draft."""
    of_open_fair: list[str]
    """Addresses of pages about another fair, which takes applications."""

    @property
    def fair(self) -> str:
        return f"/en/expo-desk/{self.expo.slug}"

    @property
    def entry(self) -> str:
        return f"{self.fair}/exhibitors/{to_global_id('Exhibitor', self.exhibitor.pk)}"

    @property
    def same_firm(self) -> str:
        return f"{self.entry}/same-firm"

    @property
    def other(self) -> str:
        return quote(to_global_id("Exhibitor", self.guest.pk))

    def at_booth(self, booth: Booth) -> str:
        return f"{self.fair}?booth={to_global_id('Booth', booth.pk)}"

    def pages(self, language: str = "en") -> list[str]:
        below: tuple[str, ...]
        below = ("", "/texts", "/exhibitors", "/exhibitors/new", "/imports", "/overview", "/editions", "/papers")
        below += ("/news", f"/news/{to_global_id('FairNewsItem', self.news.pk)}", "/live", "/live/screen", "/report")
        below += ("/booth-prices", "/drawings", "/plan-print")
        all_pages = ["/en/expo-desk/", "/en/expo-desk/doors", *(f"{self.fair}{rest}" for rest in below), self.entry]
        all_pages += [f"{self.same_firm}?q=keramiek", f"{self.same_firm}?other={self.other}&keep=other"]
        all_pages += [self.at_booth(self.free), self.at_booth(self.taken), *self.of_open_fair]
        return [path.replace("/en/", f"/{language}/", 1) for path in all_pages]


def make_preparation(*, of_open_fair: list[str] | None = None) -> Preparation:
    """A fair that is not public, with a hall of two booths, an exhibitor that sells here and a guest."""
    expo = make_expo(is_published=False, slug="hoi-cho-chuan-bi", name="Hội chợ chuẩn bị")
    hall = make_hall(expo)
    free, taken = make_booth(hall, "A01", 3, 3), make_booth(hall, "A02", 6, 3)
    seller = make_seller(slug="moc-vi-du", name="Mộc Ví Dụ")
    product = make_product(seller=seller, name="Ghế trưng bày")
    make_sellable_variant(make_channel("eu"), product=product)
    exhibitor = make_exhibitor(expo, name="Công ty Mộc Ví Dụ", tax_code=seller.tax_code)
    assign_booth(booth=taken, exhibitor=exhibitor)
    guest = make_exhibitor(expo, name="Voorbeeld Keramiek BV", country="NL", categories=("ceramics",))
    news = write_news(expo=expo, draft=NewsDraft("Giờ dựng gian", "Từ 7 giờ.\n\nCổng A."), by=None)
    people = (exhibitor, guest, seller)
    return Preparation(make_expo_officer(), expo, hall, free, taken, *people, product, news, of_open_fair or [])
