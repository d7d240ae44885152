"""Staff plan editions, write news and read how the fair goes."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from marketplace.accounts.models import User
from marketplace.expo.arrange import publish_expo
from marketplace.expo.editions.hours import opening_hours
from marketplace.expo.models import ExhibitorMember, Expo, FairNews, OpeningHours, RegistrationPeriod
from marketplace.expo.news.release import release_news
from marketplace.expo.news.send import send_news
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_user
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.expo_desk.world import Preparation, make_preparation

pytestmark = pytest.mark.django_db


@pytest.fixture
def fair(browser: Client) -> Preparation:
    made = make_preparation()
    sign_in(browser, made.officer)
    return made


def test_hours_and_periods_are_tables_that_keep_what_was_typed(browser: Client, fair: Preparation) -> None:
    path, first = f"{fair.fair}/editions", fair.expo.starts_on
    rows = {
        "day-0": str(first), "audience-0": "TRADE", "opensAt-0": "09:00", "closesAt-0": "17:30",
        "day-1": str(first), "audience-1": "PUBLIC", "opensAt-1": "", "closesAt-1": "",
        "day-2": str(first - timedelta(days=1)), "audience-2": "PUBLIC", "opensAt-2": "09:00", "closesAt-2": "10:00",
    }  # fmt: skip
    html = refused(browser, path, "hours", **rows)
    assert 'id="f-hours-day-2-error"' in html, "the row that is wrong says so"
    assert not OpeningHours.objects.exists()
    carried_out(browser, path, "hours", **{**rows, "audience-2": "BUILD_UP"})
    assert [str(row) for row in opening_hours(fair.expo)] == [
        f"{first - timedelta(days=1)} BUILD_UP 09:00–10:00",
        f"{first} TRADE 09:00–17:30",
    ]
    days = {"first-VISITOR": "2026-01-01", "last-VISITOR": str(fair.expo.ends_on + timedelta(days=1))}
    assert 'id="f-periods-last-VISITOR-error"' in refused(browser, path, "periods", **days)
    carried_out(browser, path, "periods", **{**days, "last-VISITOR": str(fair.expo.ends_on)})
    period = RegistrationPeriod.objects.get()
    assert period.opens_at.isoformat() == "2025-12-31T17:00:00+00:00"
    assert f'value="{fair.expo.ends_on}"' in read(browser, path)


def test_the_next_edition_is_planned_from_this_one(browser: Client, fair: Preparation) -> None:
    path = f"{fair.fair}/editions"
    carried_out(
        browser, path, "about", edition="2027", series="hoi cho", topics="Gỗ\nGốm\n", languages=["vi", "ko", "xx"]
    )
    fair.expo.refresh_from_db()
    assert (fair.expo.topics, fair.expo.languages, fair.expo.series) == (["Gỗ", "Gốm"], ["vi", "ko"], "hoi-cho")
    start = fair.expo.starts_on + timedelta(days=365)
    html = carried_out(browser, path, "next", edition="2028", startsOn=str(start), endsOn="")
    assert "2028" in html
    made = Expo.objects.get(edition="2028")
    assert (made.starts_on, made.halls.get().booths.count()) == (start, 2)
    refused(browser, path, "next", edition="2028", startsOn=str(start), endsOn="")


def test_news_is_written_translated_looked_at_and_sent(browser: Client, fair: Preparation) -> None:
    words = {"title": "Bãi xe", "body": "Cổng C.", "sourceLanguage": "vi"}
    assert "f-create-toExhibitors" in refused(browser, f"{fair.fair}/news", "create", **words)
    carried_out(browser, f"{fair.fair}/news", "create", toExhibitors="1", **words)
    news = FairNews.objects.get(title="Bãi xe")
    path = f"{fair.fair}/news/{to_global_id('FairNewsItem', news.pk)}"
    carried_out(browser, path, "translate", language="ko", title="주차장", body="C 게이트")
    html = read(browser, f"{path}?as=ko")
    assert "C 게이트" in html
    assert "Cổng C." in read(browser, f"{path}?as=nl"), "what is not translated is shown as it is written"
    refused(browser, path, "release")
    publish_expo(expo=fair.expo)
    html = carried_out(browser, path, "release")
    assert "f-update-title" not in html, "released news has no form any more"
    carried_out(browser, f"{fair.fair}/news/{to_global_id('FairNewsItem', fair.news.pk)}", "delete")
    assert list(FairNews.objects.values_list("title", "state")) == [("Bãi xe", "SENDING")]


def _manager(fair: Preparation) -> User:
    user = make_user(language="en")
    ExhibitorMember.objects.create(exhibitor=fair.exhibitor, user=user, role="MANAGER")
    return user


def test_exhibitors_read_released_news_at_their_desk(browser: Client, fair: Preparation) -> None:
    path = f"/en/exhibitor-desk/{fair.expo.slug}/{to_global_id('Exhibitor', fair.exhibitor.pk)}/news"
    manager = _manager(fair)
    sign_in(browser, manager)
    assert fair.news.title not in read(browser, path)
    publish_expo(expo=fair.expo)
    fair.news.refresh_from_db()
    release_news(news=fair.news, now=fair.news.created_at)
    assert send_news() >= 1
    html = read(browser, path)
    assert fair.news.title in html
    assert "Vietnamese" in html
    sign_in(browser, make_user())
    assert browser.get(path).status_code == 404


def test_tasks_lead_to_the_work_and_the_report_is_a_file(browser: Client, fair: Preparation) -> None:
    for path in ("/en/expo-desk/", f"{fair.fair}/overview"):
        html = read(browser, path)
        assert f'href="{fair.fair}/editions"' in html, path
        assert "Exhibitors without a booth" in html, path
    pdf = browser.get(f"{fair.fair}/report/pdf")
    assert pdf.content.startswith(b"%PDF")
    assert fair.expo.slug in pdf["Content-Disposition"]
    book = load_workbook(BytesIO(browser.get(f"{fair.fair}/report/xlsx").content))
    assert book.worksheets[2]["A4"].value == "Hall"
    assert browser.get(f"{fair.fair}/report/docx").status_code == 404
    assert 'data-every="15"' in read(browser, f"{fair.fair}/live")
    assert str(date.today().year) in read(browser, f"{fair.fair}/live?day={date.today()}")  # noqa: DTZ011  # any day
