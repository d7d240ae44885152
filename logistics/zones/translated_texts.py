"""The texts of delivery methods that can be translated, declared to `i18n.subjects` when the application starts."""

from i18n.messages import gettext_noop as _
from i18n.subjects import Markup, Subject, TextField, register_subject
from logistics.zones.method import ShippingMethod

METHOD = Subject(
    kind=ShippingMethod.SUBJECT,
    label=_("Delivery method"),
    rows=lambda: ShippingMethod.objects.all(),
    fields=(
        TextField("name", _("Name"), 100),
        TextField("description", _("Description"), 1000, Markup.LINES),
    ),
    owner="zone__seller_id",
    source_language="source_language",
    names=("zone__name", "name"),
)


def declare() -> None:
    register_subject(METHOD)
