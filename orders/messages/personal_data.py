"""What messages hold about a person: giving it to them, and letting go of it."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.models import User
from orders.lifecycle.by import Role
from orders.messages.conversation import Conversation
from orders.messages.message import Message
from orders.messages.message_report import MessageReport
from orders.messages.reader import ConversationReader
from orders.messages.remove import remove_messages


def export_messages(user: User) -> list[dict[str, Any]]:
    """What they wrote themselves; what others wrote to them is the others' as well, and stays in the conversation."""
    rows = Message.objects.filter(user=user).select_related("conversation__seller").prefetch_related("files")
    return [
        {
            "seller": row.conversation.seller.name,
            "sentAt": row.created_at.isoformat(),
            "text": row.text,
            "files": [file.name for file in row.files.all()],
        }
        for row in rows.order_by("created_at")
    ]


def erase_messages(user: User) -> None:
    """A buyer's words and files go. What somebody wrote for a seller stays the seller's, without their name."""
    with transaction.atomic():
        remove_messages(Message.objects.filter(user=user, author=Role.BUYER), now=timezone.now())
        Message.objects.filter(user=user).update(user=None)
        MessageReport.objects.filter(reporter=user).update(text="")
        ConversationReader.objects.filter(user=user).delete()
        Conversation.objects.filter(buyer=user).update(buyer=None)
