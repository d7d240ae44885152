"""What an exhibitor's managers are written about the manual, each in their own language."""

from datetime import date

from i18n.formatting import format_date
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to_address
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.local_name import local_name
from marketplace.expo.manual.page import ManualPage
from marketplace.expo.people.desk_link import desk_link
from marketplace.expo.people.readers import managers_of

DEADLINE = LetterText(
    kind="FAIR_MANUAL_DEADLINE",
    subject=_("%(fair)s: “%(page)s” is needed by %(day)s"),
    body=_(
        "Hello %(name)s,\n\n"
        "the organiser of %(fair)s still needs %(firm)s to confirm or answer “%(page)s” in the exhibitor manual "
        "by %(day)s.\n\n"
        "%(link)s"
    ),
)


def write_about_deadline(exhibitor: Exhibitor, page: ManualPage, due_on: date) -> int:
    """Returns how many letters there are."""
    readers = managers_of(exhibitor)
    for reader in readers:
        write_to_address(
            reader.email,
            reader.language,
            DEADLINE,
            name=reader.name,
            firm=exhibitor.name,
            fair=local_name(exhibitor.expo, reader.language),
            page=local_name(page, reader.language, "title"),
            day=format_date(due_on, reader.language, "long"),
            link=desk_link(exhibitor, reader.language, "manual"),
        )
    return len(readers)
