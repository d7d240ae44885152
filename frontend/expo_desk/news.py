"""All news of a fair, and writing more."""

from typing import Any

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.news_fields import news_input
from frontend.filters import bcp47
from frontend.page import action
from i18n.messages import gettext_noop as _

PAGE_SIZE = 20


class News(FairPage):
    """The latest first."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        expo = data["expo"]
        news = self.ask("AllNews", expo=expo["id"], **self.page_wanted(PAGE_SIZE))["fairNews"]
        return {**super().context(data), "news": news, "source": bcp47(expo["sourceLanguage"]["code"])}

    @action
    def create(self) -> HttpResponse:
        """A draft, to be translated and looked at before it is sent."""
        made = self.change("Create", expo=self.expo_id(), input=news_input(self))
        address = {"slug": self.parts["slug"], "id": made["fairNewsCreate"]["newsItem"]["id"]}
        return self.go("expo-news-item", **address, message=_("The draft is kept. Nobody reads it before you send it."))
