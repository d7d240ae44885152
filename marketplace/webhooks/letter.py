"""The letter about a webhook that was switched off."""

from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to
from marketplace.accounts.models import User
from marketplace.sellers.membership import owners_of
from marketplace.webhooks.events import WebhookDisabled
from marketplace.webhooks.webhook import Webhook

DISABLED = LetterText(
    kind="WEBHOOK_DISABLED",
    subject=_("The webhook “%(webhook)s” was switched off"),
    body=_(
        "Hello %(name)s,\n\n"
        "for three days every call of the webhook “%(webhook)s” to %(address)s has failed, so we no longer call it.\n\n"
        "When the receiving program works again, switch the webhook on at your desk, under Webhooks. There you also "
        "find what its last answers were, and can send again what it has missed."
    ),
)


def mail_disabled(event: WebhookDisabled) -> None:
    """Reaction: to the seller's owners, or to whoever made the operator's; nothing if it is on again."""
    webhook = Webhook.objects.filter(pk=event.webhook_id, is_active=False).first()
    if webhook is None:
        return
    for reader in _readers(webhook):
        write_to(reader, DISABLED, webhook=webhook.name, address=webhook.target_url)


def _readers(webhook: Webhook) -> list[User]:
    if webhook.seller_id is not None:
        return owners_of([webhook.seller_id])
    maker = webhook.created_by
    return [maker] if maker is not None and maker.is_active else []
