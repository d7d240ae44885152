"""What the news of fairs holds about a person: that a letter went to their address."""

from typing import Any

from marketplace.accounts.models import User
from marketplace.accounts.privacy.registry import register_erasure, register_export
from marketplace.expo.news.delivery import NewsDelivery
from marketplace.expo.news.news import FairNews
from marketplace.expo.news.readers import person_key


def register() -> None:
    """Tell accounts that there is something here."""
    register_export("fairNews", export_news)
    register_erasure("expo_news", erase_news)


def export_news(user: User) -> list[dict[str, Any]]:
    """Letters with news that went to the address of the account; older ones are remembered of nobody."""
    got = NewsDelivery.objects.filter(person=person_key(user.email)).select_related("news__expo").order_by("pk")
    return [{"fair": one.news.expo.name, "title": one.news.title, "postedAt": one.posted_at.isoformat()} for one in got]


def erase_news(user: User) -> list[str]:
    """That a letter was written stays counted; to whom is forgotten."""
    NewsDelivery.objects.filter(person=person_key(user.email)).update(person="")
    FairNews.objects.filter(written_by=user).update(written_by=None)
    return []
