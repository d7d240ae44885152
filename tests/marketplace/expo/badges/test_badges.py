"""Badges given out within the package, given anew, and printed."""

from datetime import UTC, datetime, timedelta

import pytest
import zxingcpp
from django.test import Client
from django.utils import timezone
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # has no types

from catalog.refusal import Refused
from marketplace.expo.badges.badge import any_badge, find_badge
from marketplace.expo.badges.code import grouped
from marketplace.expo.badges.issue import issue_exhibitor_badge, issue_staff_badge, reissue_badge, void_badge
from marketplace.expo.badges.link import BadBadgeLink, badge_link, open_badges
from marketplace.expo.badges.pdf import badges_pdf
from marketplace.expo.models import Badge
from tests.factories.expo import make_exhibitor, make_expo
from tests.factories.visitors import badge_of, make_visitor

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


def test_a_stand_has_as_many_badges_as_its_package_allows() -> None:
    exhibitor = make_exhibitor()
    given = [issue_exhibitor_badge(exhibitor=exhibitor, holder_name=f"Người {n}", now=NOW) for n in range(4)]
    for refused in ("One more", " ", "x" * 121):
        with pytest.raises(Refused):
            issue_exhibitor_badge(exhibitor=exhibitor, holder_name=refused, now=NOW)
    void_badge(badge=given[0], now=NOW)
    with pytest.raises(Refused, match="VOID"):
        void_badge(badge=given[0], now=NOW)
    assert issue_exhibitor_badge(exhibitor=exhibitor, holder_name="One more", now=NOW).kind == "EXHIBITOR"
    assert Badge.objects.filter(voided_at__isnull=True).count() == 4


def test_a_new_badge_voids_the_old_one() -> None:
    visitor = make_visitor(now=NOW)
    old = badge_of(visitor)
    new = reissue_badge(badge=old, now=NOW + timedelta(hours=1))
    with pytest.raises(Refused, match="VOID"):
        reissue_badge(badge=Badge.objects.get(pk=old.pk), now=NOW)
    assert badge_of(visitor) == new
    assert find_badge(old.code, expo=visitor.expo) is None
    assert find_badge(old.code, expo=visitor.expo, at=NOW + timedelta(minutes=1)) == old
    assert any_badge(old.code, expo=visitor.expo) == old
    assert find_badge(grouped(new.code).lower(), expo=visitor.expo) == new
    assert find_badge(new.code, expo=make_expo()) is None


def test_a_badge_is_a_page_of_a6_with_a_code_that_reads() -> None:
    visitor = make_visitor(name="김하늘", firm="예시무역 주식회사", job_title="구매팀장")
    badge = badge_of(visitor)
    page = PdfDocument(badges_pdf([badge], sheet=False, at=NOW))[0]
    assert [round(side / 72 * 25.4) for side in page.get_size()] == [105, 148]
    words = page.get_textpage().get_text_range()
    assert all(said in words for said in ("김하늘", "예시무역", "구매팀장", "대한민국", grouped(badge.code)))
    (symbol,) = zxingcpp.read_barcodes(page.render(scale=2).to_pil())
    assert symbol.text == badge.code


def test_four_badges_share_a_sheet() -> None:
    expo = make_expo()
    badges = [issue_staff_badge(expo=expo, holder_name=f"例 {n}", now=NOW) for n in range(5)]
    pdf = PdfDocument(badges_pdf(badges, sheet=True, at=NOW))
    assert (len(pdf), [round(side / 72 * 25.4) for side in pdf[0].get_size()]) == (2, [210, 297])
    codes = {symbol.text for symbol in zxingcpp.read_barcodes(pdf[0].render(scale=2).to_pil())}
    assert codes == {badge.code for badge in badges[:4]}


def test_the_address_of_a_badge_is_signed_and_ends(client: Client) -> None:
    badge = badge_of(make_visitor())
    link = badge_link([badge], sheet=False)
    answer = client.get(link)
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
        200, "application/pdf", "private, no-store",
    )  # fmt: skip
    assert client.get(link[:-1]).status_code == 404
    assert client.get("/badges/" + "x" * 5_000).status_code == 404
    void_badge(badge=badge, now=timezone.now())
    assert client.get(link).status_code == 404
    with pytest.raises(BadBadgeLink):
        open_badges(link.removeprefix("/badges/"), now=NOW)
