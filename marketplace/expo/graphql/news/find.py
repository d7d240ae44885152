"""The news of an id, for staff."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.news.news import FairNews
from marketplace.graphql import InputError, integer_key


def news_of(info: Any, global_id: str, field: str = "id") -> FairNews:
    """Raises `InputError` NOT_FOUND."""
    key = integer_key(global_id, "FairNewsItem", field=field)
    news = FairNews.objects.select_related("expo").filter(pk=key).first()
    if news is None:
        raise InputError(_("There is no such news."), field=field, code="NOT_FOUND")
    return news
