"""A fair's directory, an exhibitor's card and the way through the halls, as visitors see them."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from i18n.today import today_here
from marketplace.expo.booths import assign_booth
from marketplace.expo.directory.favorite import FairFavorite
from marketplace.expo.exhibitors import show_product
from marketplace.expo.models import Exhibitor, Expo
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_user
from tests.factories.channels import make_channel
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall
from tests.factories.orders import make_chair
from tests.frontend.conftest import post
from tests.frontend.desk_visitors import sign_in

pytestmark = pytest.mark.django_db
FAIR = "/en/eu/fairs/hoi-cho"


class Place:
    """Two exhibitors in a hall: a seller with a chair and an idea, and a guest from abroad."""

    def __init__(self, **about: Any) -> None:
        self.expo = make_expo(slug="hoi-cho", name="Hội chợ Ví Dụ", **about)
        hall = make_hall(self.expo, name="Sen")
        chair = make_chair(make_channel("eu"))
        self.wood = make_exhibitor(self.expo, name="Mộc Ví Dụ", categories=("furniture",), seller=chair.product.seller)
        self.clay = make_exhibitor(self.expo, name="Kiln Example", country="NL", website_url="https://kiln.example")
        assign_booth(booth=make_booth(hall, "A1"), exhibitor=self.wood)
        assign_booth(booth=make_booth(hall, "A2", x=20), exhibitor=self.clay)
        make_booth(hall, "A3", x=40)
        show_product(exhibitor=self.wood, product=chair.product)
        show_product(exhibitor=self.wood, title="Bàn theo yêu cầu")
        show_product(exhibitor=self.clay, title="Vases")


def gid(exhibitor: Exhibitor) -> str:
    return to_global_id("Exhibitor", exhibitor.pk)


def html(browser: Client, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def listed(page: str) -> list[str]:
    return re.findall(r'<h3><a href="[^"]+">(?:<span lang="[a-zA-Z-]+">)?([^<]+)<', page)


def structured(page: str) -> list[dict[str, Any]]:
    return [json.loads(each) for each in re.findall(r'<script type="application/ld\+json">(.+?)</script>', page)]


def test_the_directory_is_searched_and_narrowed_down(browser: Client) -> None:
    place = Place()
    page = html(browser, FAIR)
    assert listed(page) == ["Kiln Example", "Mộc Ví Dụ"]
    assert "2 exhibitors" in page
    assert listed(html(browser, f"{FAIR}?q=ban+theo")) == ["Mộc Ví Dụ"]
    assert listed(html(browser, f"{FAIR}?country=NL&country=VN")) == ["Kiln Example", "Mộc Ví Dụ"]
    narrowed = html(browser, f"{FAIR}?country=NL")
    assert listed(narrowed) == ["Kiln Example"]
    assert "Remove the filter" in narrowed
    assert 'class="booth assigned kind-shell marked"' in narrowed, "its booth stands out on the plan"
    assert listed(html(browser, f"{FAIR}?sells_here=true&hall={to_global_id('Hall', place.expo.halls.get().pk)}")) == [
        "Mộc Ví Dụ"
    ]
    assert "No exhibitor matches" in html(browser, f"{FAIR}?q=khong+co")
    assert "Booth A3" in html(browser, f"{FAIR}?booth=A3")


def test_search_engines_read_an_event_and_an_organisation(browser: Client) -> None:
    place = Place()
    event = structured(html(browser, FAIR))[0]
    assert (event["@type"], event["name"], event["startDate"]) == (
        "ExhibitionEvent",
        "Hội chợ Ví Dụ",
        place.expo.starts_on.isoformat(),
    )
    firm = structured(html(browser, f"{FAIR}/{gid(place.clay)}"))[0]
    assert (firm["@type"], firm["name"], firm["sameAs"]) == ("Organization", "Kiln Example", "https://kiln.example")
    assert firm["event"]["@id"] == event["@id"]
    page = html(browser, f"{FAIR}/{gid(place.clay)}")
    assert 'hreflang="ko"' in page
    assert structured(html(browser, f"{FAIR}?q=x")) == [], "a search is no page to keep"


def test_what_is_shown_can_be_asked_for(browser: Client) -> None:
    place = Place()
    card = html(browser, f"{FAIR}/{gid(place.wood)}")
    assert card.count("Request a quote") == 2, "the chair and the idea"
    about = re.search(r'href="([^"]+about=[^"]+)"', card)
    assert about
    assert "Request a quote" not in html(browser, f"{FAIR}/{gid(place.clay)}"), "nobody answers for who is no seller"
    sign_in(browser, make_user())
    assert "Bàn theo yêu cầu</textarea>" in html(browser, about[1].replace("&amp;", "&"))


def test_the_way_is_kept_in_a_cookie_that_cannot_be_forged(browser: Client) -> None:
    place = Place()
    assert "Your route is empty" in html(browser, f"{FAIR}/route")
    for exhibitor in (place.clay, place.wood, place.wood):
        assert post(browser, FAIR, "keep", exhibitor=gid(exhibitor)).status_code == 302
    page = html(browser, f"{FAIR}/route")
    assert page.count('class="way-stop"') == 2
    assert page.index("Mộc Ví Dụ") > 0
    assert not FairFavorite.objects.exists()
    post(browser, f"{FAIR}/route", "drop", exhibitor=gid(place.clay))
    assert html(browser, f"{FAIR}/route").count('class="way-stop"') == 1
    assert "On your route" in html(browser, f"{FAIR}/{gid(place.wood)}")
    browser.cookies["route_hoi-cho"] = browser.cookies["route_hoi-cho"].value[:-2] + "xx"
    assert "Your route is empty" in html(browser, f"{FAIR}/route")
    post(browser, f"{FAIR}/route", "clear")
    assert "Your route is empty" in html(browser, f"{FAIR}/route")


def test_whoever_signs_in_takes_the_way_along(browser: Client) -> None:
    place, user = Place(), make_user()
    post(browser, FAIR, "keep", exhibitor=gid(place.clay))
    sign_in(browser, user)
    assert html(browser, f"{FAIR}/route").count('class="way-stop"') == 1
    post(browser, f"{FAIR}/{gid(place.wood)}", "keep", exhibitor=gid(place.wood))
    assert set(FairFavorite.objects.filter(user=user).values_list("exhibitor", flat=True)) == {
        place.clay.pk,
        place.wood.pk,
    }
    assert not browser.cookies["route_hoi-cho"].value
    post(browser, f"{FAIR}/route", "clear")
    assert not FairFavorite.objects.exists()


def test_the_calendar_is_a_file(browser: Client) -> None:
    Place()
    answer = browser.get(f"{FAIR}/calendar.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="hoi-cho.ics"'
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert browser.get("/en/eu/fairs/none/calendar.ics").status_code == 404


def test_an_exhibitor_is_at_its_own_fair_only(browser: Client) -> None:
    place, other = Place(), make_expo(slug="hoi-cho-khac")
    for rest in ("", "/meeting"):
        assert browser.get(f"/en/eu/fairs/{other.slug}/{gid(place.wood)}{rest}").status_code == 404
        assert browser.get(f"{FAIR}/{gid(place.wood)}{rest}").status_code == 200


def test_a_code_at_a_booth_opens_the_card(browser: Client) -> None:
    place = Place()
    browser.cookies["language"] = "nl"
    assert browser.get("/f/hoi-cho/a1")["Location"] == f"/nl/eu/fairs/hoi-cho/{gid(place.wood)}"
    assert browser.get("/f/hoi-cho/A3")["Location"] == "/nl/eu/fairs/hoi-cho?booth=A3", "nobody has it"
    assert browser.get("/f/hoi-cho")["Location"] == "/nl/eu/fairs/hoi-cho"
    assert browser.get("/f/none/A1").status_code == 404
    other = make_hall(place.expo, name="B")
    assign_booth(booth=make_booth(other, "A1"), exhibitor=place.clay)
    assert browser.get("/f/hoi-cho/A1")["Location"].endswith("?booth=A1"), "two halls have one"
    Expo.objects.update(is_published=False)
    assert browser.get("/f/hoi-cho/A1").status_code == 404


def test_a_fair_that_is_over_stays_as_an_archive(browser: Client) -> None:
    place = Place(starts_on=today_here() - timedelta(days=40))
    page = html(browser, FAIR)
    assert "kept as an archive" in page
    assert listed(page) == ["Kiln Example", "Mộc Ví Dụ"]
    for words in ("Add to my route", "Put into my calendar", "Register as a visitor"):
        assert words not in page, words
    card = html(browser, f"{FAIR}/{gid(place.wood)}")
    assert "This fair is over" in card
    for words in ("Add to my route", "Ask for a meeting"):
        assert words not in card, words
