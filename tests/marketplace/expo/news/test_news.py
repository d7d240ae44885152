"""News of a fair: everybody who may get it gets it once, in their language, whatever happens on the way."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from marketplace.accounts.mail.outgoing_letter import LetterState, OutgoingLetter
from marketplace.expo.arrange import publish_expo
from marketplace.expo.models import ExhibitorMember, Expo, FairNews, NewsDelivery, Visitor, VisitorConsent
from marketplace.expo.news.outcomes import counts_of, note_outcomes
from marketplace.expo.news.personal_data import erase_news, export_news
from marketplace.expo.news.release import release_news
from marketplace.expo.news.send import send_news, send_step
from marketplace.expo.news.write import NewsDraft, change_news, delete_news, translate_news, write_news
from tests.factories.accounts import make_user
from tests.factories.expo import make_exhibitor, make_expo

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 1, 5, 3, tzinfo=UTC)
BODY = "Cổng A mở từ 7 giờ.\n\nXe tải vào cổng C."


def news_for(expo: Expo, *, visitors: bool = True, **changes: Any) -> FairNews:
    draft = NewsDraft(**{"title": "Giờ dựng gian", "body": BODY, "to_visitors": visitors, **changes})
    return write_news(expo=expo, draft=draft, by=None)


def visitor(expo: Expo, email: str, *, language: str = "ko", agreed: bool = True, **fields: Any) -> Visitor:
    values = {"country": "KR", "registered_at": NOW, "confirmed_at": NOW, "name": "Kim Ví Dụ", **fields}
    made = Visitor.objects.create(expo=expo, email=email, language=language, **values)
    if agreed:
        VisitorConsent.objects.create(visitor=made, purpose="NEWS", wording_version="1", given_at=NOW)
    return made


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.problems[0].code


def letters() -> dict[str, OutgoingLetter]:
    return {letter.recipient: letter for letter in OutgoingLetter.objects.all()}


def test_each_person_gets_it_once_and_in_their_language() -> None:
    expo = make_expo(source_language="vi")
    both = make_user(email="both@example.org", language="en")
    for name in ("Một", "Hai"):
        ExhibitorMember.objects.create(exhibitor=make_exhibitor(expo, name=name), user=both, role="MANAGER")
    ExhibitorMember.objects.create(
        exhibitor=make_exhibitor(expo), user=make_user(email="stand@example.org"), role="STAND"
    )
    make_exhibitor(expo, name="Không tài khoản", email="firm@example.org", source_language="vi")
    visitor(expo, "both@example.org", language="en")
    visitor(expo, "kim@example.org")
    visitor(expo, "no-news@example.org", agreed=False)
    visitor(expo, "unconfirmed@example.org", confirmed_at=None)
    visitor(expo, "gone@example.org", withdrawn_at=NOW)
    visitor(make_expo(), "elsewhere@example.org")
    news = news_for(expo)
    translate_news(news=news, language="en", given={"title": "Build-up hours", "body": "Gate A opens at 7."})
    release_news(news=news, now=NOW)

    assert send_news(now=NOW) == 3
    assert send_news(now=NOW) == 0

    sent = letters()
    assert sorted(sent) == ["both@example.org", "firm@example.org", "kim@example.org"]
    assert sent["both@example.org"].subject.endswith("Build-up hours")
    assert "/exhibitor-desk/" in sent["both@example.org"].text
    assert "Xe tải vào cổng C." in sent["firm@example.org"].text
    korean = sent["kim@example.org"]
    assert "Gate A opens at 7." in korean.text, "no Korean text: the nearest there is"
    assert "영어" in korean.text, "and it says which language that is"
    assert "/ko/fair-visit?token=" in korean.text
    news.refresh_from_db()
    assert (news.state, news.finished_at) == ("SENT", NOW)
    counts = counts_of([news])[news.pk]
    assert (counts.letters, counts.waiting, counts.untranslated) == (3, 3, 1)


def test_who_takes_consent_back_meanwhile_gets_nothing_and_nobody_twice() -> None:
    expo = make_expo()
    people = [visitor(expo, f"v{n}@example.org") for n in range(5)]
    news = news_for(expo, to_exhibitors=False)
    release_news(news=news, now=NOW)
    assert send_step(news.pk, now=NOW, at_once=2) == (2, True)
    VisitorConsent.objects.filter(visitor=people[3]).update(withdrawn_at=NOW)
    # As if the process had died before it wrote down how far it came.
    FairNews.objects.update(visitor_reached=0)
    while send_step(news.pk, now=NOW, at_once=2)[1]:
        pass
    assert sorted(letters()) == [f"v{n}@example.org" for n in (0, 1, 2, 4)]
    assert NewsDelivery.objects.count() == 4


def test_what_became_of_the_letters_is_kept_and_the_people_are_forgotten() -> None:
    expo = make_expo()
    for n in range(4):
        visitor(expo, f"v{n}@example.org", language="vi")
    news = news_for(expo, to_exhibitors=False)
    release_news(news=news, now=NOW)
    send_news(now=NOW)
    for email, state in (("v0", LetterState.SENT), ("v1", LetterState.REFUSED)):
        OutgoingLetter.objects.filter(recipient=f"{email}@example.org").update(state=state)
    OutgoingLetter.objects.filter(recipient="v2@example.org").delete()

    def counts() -> tuple[int, int, int, int]:
        each = counts_of([news])[news.pk]
        return each.sent, each.failed, each.waiting, each.untranslated

    note_outcomes(now=NOW)
    assert counts() == (1, 2, 1, 0)
    OutgoingLetter.objects.all().delete()
    assert counts() == (1, 2, 1, 0), "letters are deleted after a while, what became of them is not"
    assert not NewsDelivery.objects.filter(person__contains="@").exists()
    note_outcomes(now=NOW + timedelta(days=91))
    assert set(NewsDelivery.objects.values_list("person", flat=True)) == {""}


def test_an_account_gets_a_copy_and_is_forgotten() -> None:
    expo = make_expo(name="Hội chợ")
    user = make_user(email="kim@example.org")
    visitor(expo, "kim@example.org")
    news = news_for(expo, to_exhibitors=False)
    release_news(news=news, now=NOW)
    send_news(now=NOW)
    expected = [{"fair": "Hội chợ", "title": "Giờ dựng gian", "postedAt": NOW.isoformat()}]
    assert export_news(user) == expected
    erase_news(user)
    assert export_news(user) == []
    assert counts_of([news])[news.pk].letters == 1


def test_released_news_is_the_same_for_everybody() -> None:
    expo = publish_expo(expo=make_expo(), is_published=False)
    news = news_for(expo)
    both, longest = {"to_exhibitors": False, "to_visitors": False}, {"body": "x" * 10_001}
    assert refusal(lambda: release_news(news=news, now=timezone.now())) == "NOT_PUBLISHED"
    assert refusal(lambda: change_news(news=news, changes={"title": " "})) == "REQUIRED"
    assert refusal(lambda: change_news(news=news, changes=both)) == "INVALID"
    assert refusal(lambda: change_news(news=news, changes=longest)) == "INVALID"
    assert refusal(lambda: translate_news(news=news, language="vi", given={"title": "x"})) == "INVALID"
    publish_expo(expo=expo)
    news.refresh_from_db()
    release_news(news=news, now=NOW)
    assert refusal(lambda: release_news(news=news, now=NOW)) == "RELEASED"
    assert refusal(lambda: change_news(news=news, changes={"title": "Khác"})) == "RELEASED"
    assert refusal(lambda: translate_news(news=news, language="en", given={"title": "Other"})) == "RELEASED"
    assert refusal(lambda: delete_news(news=news)) == "RELEASED"
    assert FairNews.objects.get().title == "Giờ dựng gian"
