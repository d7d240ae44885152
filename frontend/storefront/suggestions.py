"""What a search that has just begun may become: options for the search field, fetched while one types."""

from django.http import HttpResponse

from frontend.page import Page
from frontend.rendering import environment

SHORTEST = 2


class Suggestions(Page):
    """A few lines of HTML without a layout; nothing for a single letter."""

    indexed = False

    def show(self, status: int | None = None, **more: object) -> HttpResponse:
        prefix = self.query("q")
        data = self.ask("Suggestions", channel=self.visit.market, prefix=prefix) if len(prefix) >= SHORTEST else {}
        template = environment(self.visit.language).get_template("storefront/suggestions.html")
        return HttpResponse(template.render(suggestions=data.get("searchSuggestions", [])))
