"""What the verbs of messages raise, as refusals that people understand."""

from datetime import timedelta

from catalog.graphql.errors import REFUSED
from i18n.machine_translation.configured import NotConfigured
from i18n.messages import gettext_noop as _
from marketplace.channels.graphql.errors import FEATURE_OFF, SWITCHED_OFF
from marketplace.graphql import InputError
from orders.graphql.refusals import Known
from orders.messages.limits import TooManyMessages
from orders.messages.report import OwnMessage

SEND_CODES = ("TOO_MANY", FEATURE_OFF)


def _too_many(refusal: TooManyMessages) -> InputError:
    return InputError(
        _("At most %(most)s within %(minutes)s minutes. Try again later."),
        code="TOO_MANY",
        params={"most": refusal.most, "minutes": refusal.within // timedelta(minutes=1)},
    )


SEND: Known = {**REFUSED, **SWITCHED_OFF, TooManyMessages: _too_many}
TRANSLATE: Known = {
    NotConfigured: lambda _r: InputError(
        _("This marketplace has no translation engine: messages are shown as they were written."),
        field="language_code",
        code="NOT_CONFIGURED",
    )
}
REPORT: Known = {OwnMessage: lambda _r: InputError(_("You wrote this message yourself."), field="id", code="INVALID")}
