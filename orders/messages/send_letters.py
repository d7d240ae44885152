"""Tell people by letter of messages they haven't read: at most once an hour and conversation. Runs by the clock."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from i18n.messages import gettext, ngettext
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.post import post
from marketplace.channels.models import Channel
from orders.lifecycle.by import Role
from orders.messages.conversation import Conversation
from orders.messages.reader import ConversationReader
from orders.messages.unread import unread_counts

_NEEDED = (
    "user", "conversation__seller", "conversation__quote__request__channel",
    "conversation__seller_order__order__channel",
)  # fmt: skip


def send_message_letters(now: datetime, *, limit: int = 200) -> int:
    """Up to ``limit`` that are due; how many letters were posted. What was read meanwhile needs none."""
    due = ConversationReader.objects.filter(letter_due_at__lte=now).order_by("letter_due_at")
    return sum(_send(reader_id, now) for reader_id in list(due.values_list("pk", flat=True)[:limit]))


def _send(reader_id: int, now: datetime) -> bool:
    with transaction.atomic():
        rows = ConversationReader.objects.select_for_update(of=("self",))
        reader = rows.select_related(*_NEEDED).filter(pk=reader_id, letter_due_at__lte=now).first()
        if reader is None:
            return False  # read, or told, while this one waited for the lock
        reader.letter_due_at = None
        count = _unread(reader) if reader.user.is_active else 0
        if count:
            reader.letter_sent_at = now
            post(letter_to(reader, count), to=reader.user.email, kind="MESSAGES")
        reader.save(update_fields=["letter_due_at", "letter_sent_at"])
    return bool(count)


def _unread(reader: ConversationReader) -> int:
    return unread_counts({reader.conversation_id: _side(reader)}, reader.user).get(reader.conversation_id, 0)


def _side(reader: ConversationReader) -> Role:
    return Role.BUYER if reader.conversation.buyer_id == reader.user_id else Role.SELLER


def letter_to(reader: ConversationReader, count: int) -> Letter:
    """That there is something to read and where; the words themselves stay behind the sign-in."""
    language, conversation = reader.user.language, reader.conversation
    told = ngettext(
        language,
        "You have %(count)s message about %(seller)s that you have not read.",
        "You have %(count)s messages about %(seller)s that you have not read.",
        count,
        seller=conversation.seller.name,
    )
    desk = f"seller/{conversation.seller.slug}" if _side(reader) == Role.SELLER else market_of(conversation, language)
    return Letter(
        subject=gettext(language, "You have a message"),
        language=language,
        body=[told],
        link=f"{settings.PUBLIC_URL}/{language}/{desk}/messages/{conversation.pk}",
        link_text=gettext(language, "Read and answer"),
    )


def market_of(conversation: Conversation, language: str) -> str:
    """The market in which the buyer's pages are: that of the quote or order, or one that speaks their language."""
    if conversation.quote is not None:
        return str(conversation.quote.request.channel.slug)
    if conversation.seller_order is not None:
        return str(conversation.seller_order.order.channel.slug)
    slugs = {language in market.languages: market.slug for market in Channel.objects.active().order_by("-pk")}
    return slugs.get(True) or slugs[False]
