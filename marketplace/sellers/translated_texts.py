"""The texts of sellers that can be translated, declared to `i18n.subjects` when the application starts."""

from collections.abc import Sequence
from functools import partial

from i18n.messages import gettext_noop as _
from i18n.subjects import Markup, Subject, TextField, register_subject
from marketplace.events.publish import publish
from marketplace.sellers.events import SellerUpdated
from marketplace.sellers.profile import LONGEST, tidy_text
from marketplace.sellers.seller import Seller


def _changed(keys: Sequence[str]) -> None:
    for key in keys:
        publish(SellerUpdated(seller_id=int(key)))


SELLER = Subject(
    kind=Seller.SUBJECT,
    label=_("Shop profile"),
    rows=lambda: Seller.objects.all(),
    fields=(
        TextField("name", _("Name buyers know you by"), LONGEST["name"], Markup.LINE, tidy_text),
        TextField("tagline", _("In one line"), LONGEST["tagline"], Markup.LINE, tidy_text),
        TextField("story", _("Your story"), LONGEST["story"], Markup.LINES, partial(tidy_text, lines=True)),
    ),
    owner="pk",
    source_language="source_language",
    names=("name",),
    role="OWNER",
    changed=_changed,
)


def declare() -> None:
    register_subject(SELLER)
