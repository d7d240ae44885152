"""A fair's directory: searched, counted, kept, walked, put into a calendar, hung at the booths."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from catalog.events import ProductChanged
from catalog.models import ProductChannelListing
from catalog.refusal import Refused
from i18n.translate import set_translation
from marketplace.expo.booths import assign_booth
from marketplace.expo.directory.booth_codes import booth_codes_pdf
from marketplace.expo.directory.calendar import FairTexts, fair_calendar
from marketplace.expo.directory.choice import DirectoryChoice, chosen
from marketplace.expo.directory.facets import count_facets
from marketplace.expo.directory.favorite import FairFavorite
from marketplace.expo.directory.keep import drop_exhibitor, keep_exhibitor
from marketplace.expo.directory.personal_data import erase_favorites, export_favorites
from marketplace.expo.directory.route import nearest_first, plan_route, shortened
from marketplace.expo.directory.words import words_of_product
from marketplace.expo.editions.hours import HoursAudience, OpeningHours
from marketplace.expo.exhibitors import show_no_more, show_product, translate_exhibitor
from marketplace.expo.models import Booth, Expo
from tests.factories.accounts import make_user
from tests.factories.catalog import make_category, make_product
from tests.factories.channels import make_channel
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


class Fair:
    """Two halls; a cabinetmaker who shows a chair, a potter from abroad, and one without a booth."""

    def __init__(self) -> None:
        self.expo = make_expo(slug="hoi-cho", name="Hội chợ Ví Dụ")
        self.a, self.b = make_hall(self.expo, name="A"), make_hall(self.expo, name="B")
        self.root = make_category(name="Furniture")
        self.product = make_product(name="Ghế tựa Ví Dụ", category=make_category(name="Chairs", parent=self.root))
        ProductChannelListing(product=self.product, channel=make_channel("eu"), is_published=True).save()
        self.wood = make_exhibitor(
            self.expo, name="Mộc Ví Dụ", categories=("Đồ gỗ", "Nội thất"), seller=self.product.seller
        )
        self.clay = make_exhibitor(self.expo, name="Kilnhouse Example", country="NL", categories=("Gốm sứ",))
        self.late = make_exhibitor(self.expo, name="Đến Sau", categories=("đồ gỗ",))
        assign_booth(booth=make_booth(self.a, "A01", x=0), exhibitor=self.wood)
        assign_booth(booth=make_booth(self.b, "B01", x=0), exhibitor=self.clay)
        show_product(exhibitor=self.wood, product=self.product)
        show_product(exhibitor=self.clay, title="Lọ men ngọc")

    def found(self, **wanted: Any) -> set[str]:
        return {each.name for each in chosen(self.expo.exhibitors.all(), DirectoryChoice(**wanted))}


def test_found_by_words_in_any_language_and_by_what_is_shown() -> None:
    fair = Fair()
    for words in ("moc vi", "ghe tua", "GHẾ", "do go moc"):
        assert "Mộc Ví Dụ" in fair.found(search=words), words
    assert fair.found(search="men ngoc") == {"Kilnhouse Example"}
    assert fair.found(search="moc ngoc") == set(), "every word counts"
    make_exhibitor(fair.expo, name="Trade Only", categories=("Ceramics",), description="Lò nung ở làng")
    for words in ("ceramics", "gom su trade", "keramiek", "lang lo nung"):
        assert "Trade Only" in fair.found(search=words), words
    translate_exhibitor(exhibitor=fair.clay, language="ja", texts_given={"name": "窯の家"})
    assert fair.found(search="窯の家") == {"Kilnhouse Example"}
    set_translation(
        subject="catalog.Product",
        object_id=fair.product.pk,
        language="nl",
        texts={"name": "Stoel"},
        translator="user:1",
    )
    words_of_product(ProductChanged(product_id=fair.product.pk))
    assert fair.found(search="stoel") == {"Mộc Ví Dụ"}
    ProductChannelListing.objects.update(is_published=False)
    words_of_product(ProductChanged(product_id=fair.product.pk))
    assert fair.found(search="stoel") == set(), "what nobody may see leads to nobody"
    show_no_more(exhibit=fair.clay.exhibits.get())
    assert fair.found(search="men ngoc") == set()


def test_chosen_by_hall_goods_country_and_product() -> None:
    fair = Fair()
    assert fair.found(halls=[fair.a.pk]) == {"Mộc Ví Dụ"}
    assert fair.found(halls=[fair.a.pk, fair.b.pk]) == {"Mộc Ví Dụ", "Kilnhouse Example"}
    assert fair.found(categories=["ĐỒ GỖ"]) == {"Mộc Ví Dụ", "Đến Sau"}
    assert fair.found(categories=["do go", "gom su"], countries=["nl"]) == {"Kilnhouse Example"}
    assert fair.found(goods=[fair.root.pk]) == {"Mộc Ví Dụ"}, "what lies below a category counts"
    assert fair.found(sells_here=True) == {"Mộc Ví Dụ"}
    assert fair.found(sells_here=False) == {"Kilnhouse Example", "Đến Sau"}
    assert fair.found(product=fair.product.pk) == {"Mộc Ví Dụ"}
    assert fair.found(booth="b01") == {"Kilnhouse Example"}


def counted(expo: Expo, **wanted: Any) -> dict[str, dict[str, int]]:
    facets = count_facets([expo.pk], DirectoryChoice(**wanted))[expo.pk]
    return {facet.name: {value.words or value.value: value.count for value in facet.values} for facet in facets}


def test_facets_count_what_each_choice_would_show(django_assert_max_num_queries: Any) -> None:
    fair = Fair()
    with django_assert_max_num_queries(10):
        assert counted(fair.expo) == {
            "halls": {str(fair.a.pk): 1, str(fair.b.pk): 1},
            "categories": {"Đồ gỗ": 2, "Nội thất": 1, "Gốm sứ": 1},
            "goods": {str(fair.root.pk): 1},
            "countries": {"VN": 2, "NL": 1},
            "sells_here": {"true": 1},
        }
    narrowed = counted(fair.expo, countries=["NL"])
    assert narrowed["countries"] == {"VN": 2, "NL": 1}, "a second country can be added"
    assert narrowed["categories"] == {"Gốm sứ": 1}
    assert "goods" not in narrowed
    assert counted(fair.expo, search="khong co") == {}
    for facet, choice in (("countries", "VN"), ("categories", "do go"), ("halls", fair.a.pk)):
        everything = counted(fair.expo)[facet]
        key = "Đồ gỗ" if facet == "categories" else str(choice)
        assert len(fair.found(**{facet: [choice]})) == everything[key], f"{facet}: the count is kept"


def test_keeping_and_letting_go() -> None:
    fair, user, other = Fair(), make_user(), make_user()
    for _time in range(2):
        keep_exhibitor(user=user, exhibitor=fair.wood)
    assert FairFavorite.objects.filter(user=user).count() == 1
    told = export_favorites(user)
    assert [(row["fair"], row["exhibitor"]) for row in told] == [("Hội chợ Ví Dụ", "Mộc Ví Dụ")]
    keep_exhibitor(user=other, exhibitor=fair.wood)
    drop_exhibitor(user=user, exhibitor_id=fair.clay.pk)
    drop_exhibitor(user=user, exhibitor_id=fair.wood.pk)
    assert list(FairFavorite.objects.values_list("user", flat=True)) == [other.pk]
    assert erase_favorites(other) == []
    assert not FairFavorite.objects.exists()


def test_a_route_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    fair, user = Fair(), make_user()
    monkeypatch.setattr("marketplace.expo.directory.keep.MOST_FAVORITES", 1)
    keep_exhibitor(user=user, exhibitor=fair.wood)
    with pytest.raises(Refused):
        keep_exhibitor(user=user, exhibitor=fair.clay)


def test_the_way_goes_hall_by_hall_and_the_boothless_come_last() -> None:
    fair = Fair()
    extra = make_booth(fair.b, "B02", x=30)
    assign_booth(booth=extra, exhibitor=fair.wood)
    stops = plan_route([fair.late, fair.clay, fair.wood], Booth.objects.select_related("hall"))
    told = [(stop.number, stop.exhibitor.name, stop.booth.code if stop.booth else None) for stop in stops]
    assert told == [(1, "Mộc Ví Dụ", "A01"), (2, "Kilnhouse Example", "B01"), (3, "Đến Sau", None)]
    assert [stop.hall for stop in stops] == [fair.a, fair.b, None]


def test_the_way_is_short() -> None:
    row = {1: (0.0, 0.0), 2: (20.0, 0.0), 3: (10.0, 0.0)}
    assert nearest_first((10.0, 30.0), row)[0] == 3
    crossed = {1: (0.0, 10.0), 2: (10.0, 0.0), 3: (0.0, 0.0), 4: (10.0, 10.0)}
    order = shortened((0.0, 20.0), [1, 2, 3, 4], crossed)
    assert order in ([1, 3, 2, 4], [1, 4, 2, 3]), "round, not across"
    assert sorted(order) == [1, 2, 3, 4]


def test_the_calendar_has_the_hours_of_visitors_in_local_time() -> None:
    expo = make_expo(slug="lich", starts_on=date(2027, 2, 25))
    texts = FairTexts("Beurs; met, tekens", "Vier dagen", "https://market.example/f/lich")
    whole = Calendar.from_ical(fair_calendar(expo, [], texts, now=NOW)).walk("VEVENT")
    assert [(str(e["summary"]), e.decoded("dtstart"), e.decoded("dtend")) for e in whole] == [
        ("Beurs; met, tekens", date(2027, 2, 25), date(2027, 3, 1))
    ]
    hours = [
        OpeningHours(
            expo=expo, day=expo.starts_on + timedelta(days=day), audience=audience, opens_at=time(9), closes_at=time(18)
        )
        for day, audience in ((-1, HoursAudience.BUILD_UP), (0, HoursAudience.TRADE), (1, HoursAudience.PUBLIC))
    ]
    events = Calendar.from_ical(fair_calendar(expo, hours, texts, now=NOW)).walk("VEVENT")
    starts = [event.decoded("dtstart").astimezone(UTC) for event in events]
    assert starts == [datetime(2027, 2, day, 2, tzinfo=UTC) for day in (25, 26)], "09:00 in Viet Nam; no build-up"
    assert len({str(event["uid"]) for event in events}) == 2


def test_the_sheet_of_codes_has_a_page_for_four_booths() -> None:
    fair = Fair()
    for number in range(3):
        make_booth(fair.a, f"A1{number}", x=10 + 5 * number)
    booths = list(Booth.objects.select_related("hall", "exhibitor").order_by("hall_id", "code"))
    pdf = booth_codes_pdf(fair.expo, booths, name="展示会 Ví Dụ", language="ja", at=NOW)
    assert pdf.startswith(b"%PDF-")
    assert pdf == booth_codes_pdf(fair.expo, booths, name="展示会 Ví Dụ", language="ja", at=NOW)
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type/Page/") == 2 or b"/Count 2" in pdf
