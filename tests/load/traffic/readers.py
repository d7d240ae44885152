"""Reads pages and the API, and comes back."""

from tests.load import documents
from tests.load.traffic.trade import Trade


class Reader(Trade):
    name = "reads"
    pause = 0.7

    def round(self) -> None:
        visitor = self.visitor()
        visitor.language = self.chance.choice(["en", "nl", "vi", "ja"])
        page = visitor.ask(documents.LIST)
        slug = self.chance.choice(page["edges"])["node"]["slug"]
        if self.chance.random() < 0.5:
            visitor.read(f"/{visitor.language}/eu/products")
            visitor.read(f"/{visitor.language}/eu/products/{slug}")
        else:
            visitor.ask(documents.DETAIL, slug=slug)
