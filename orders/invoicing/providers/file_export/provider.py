"""A file that the seller hands in with the tax authority's own program: as XML and as JSON.

Nothing is sent and nothing claimed: the seller says when it was handed in, and what came back.
"""

from i18n.messages import gettext_noop as _
from orders.invoicing.provider import InvoiceData, Provider, ProviderAnswer, ProviderTrouble, Said


class FileExport(Provider):
    code = "file_export"
    name = _("File to hand in yourself")
    needs_token = False
    by_hand = True

    def is_ready(self) -> bool:
        return True

    def send(self, *, token: str, key: str, invoice: InvoiceData) -> ProviderAnswer:
        """Only what the seller said: it was handed in."""
        return ProviderAnswer(Said.RECEIVED)

    def ask(self, *, token: str, reference: str) -> ProviderAnswer:
        raise ProviderTrouble(self.code, "a file cannot be asked", permanent=True)


PROVIDER = FileExport()
