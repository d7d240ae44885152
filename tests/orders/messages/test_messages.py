from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from catalog.refusal import Refused
from i18n.machine_translation import configured
from i18n.machine_translation.configured import NotConfigured
from i18n.machine_translation.port import PermanentFailure, TemporaryFailure
from marketplace.accounts.models import User
from marketplace.events.models import OutboxMessage
from marketplace.sellers.member import MemberRole
from orders.attachments.open import AttachmentNotOpened, open_attachment, signed_attachment_url
from orders.attachments.store import attachment_storage, cleaned
from orders.attachments.sweep import sweep_attachments
from orders.lifecycle.by import By, Role
from orders.messages import translate_messages as translating
from orders.messages import translations
from orders.messages.conversation import Conversation
from orders.messages.limits import TooManyMessages
from orders.messages.mark_read import mark_read
from orders.messages.message import Message
from orders.messages.message_report import MessageReport, MessageReportReason, MessageReportStatus
from orders.messages.message_translation import MessageTranslation
from orders.messages.reader import ConversationReader
from orders.messages.report import OwnMessage, decide_report, report_message
from orders.messages.send_letters import send_message_letters
from orders.messages.translate_messages import translate_messages
from orders.messages.translations import translate_conversation
from orders.messages.unread import only_unread, unread_counts, unread_total
from tests.factories.accounts import make_operator, make_user
from tests.factories.catalog import make_image, make_product
from tests.factories.channels import make_channel
from tests.factories.quotes import make_conversation, make_message
from tests.factories.sellers import make_member, make_seller

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk() -> Conversation:
    """Sanne and a seller with an owner and a packer."""
    make_channel("eu")
    seller = make_seller()
    make_member(seller, MemberRole.OWNER, make_user(email="owner@example.org", language="vi"))
    make_member(seller, MemberRole.PACKER, make_user(email="packer@example.org"))
    return make_conversation(make_user(email="sanne@example.org", language="nl"), seller)


def owner_of(talk: Conversation) -> User:
    return User.objects.get(email="owner@example.org")


def letters() -> list[tuple[str, str]]:
    from marketplace.accounts.mail.outgoing_letter import OutgoingLetter

    return list(OutgoingLetter.objects.order_by("created_at").values_list("recipient", "subject"))


def test_there_is_one_conversation_about_one_thing() -> None:
    buyer, seller = make_user(), make_seller()
    product = make_product(seller=seller)
    general = make_conversation(buyer, seller)
    about = make_conversation(buyer, seller, product=product)
    assert make_conversation(buyer, seller) == general
    assert make_conversation(buyer, seller, product=product) == about
    assert general != about


def test_messages_count_up_and_are_announced(talk: Conversation) -> None:
    first = make_message(talk, text="  Goedendag\r\nallemaal  ")
    second = make_message(talk, by=By(Role.SELLER, owner_of(talk)), text="Xin chào", language="vi")
    assert [first.position, second.position] == [1, 2]
    assert first.text == "Goedendag\nallemaal"
    talk.refresh_from_db()
    assert talk.last_message_at == second.created_at
    assert OutboxMessage.objects.filter(name="MessageSent").count() == 2


@pytest.mark.parametrize("text", ["", "   \n ", "x" * 4001, "nul\x00"])
def test_what_is_no_message_leaves_nothing(talk: Conversation, text: str) -> None:
    with pytest.raises(Refused):
        make_message(talk, text=text)
    assert not Message.objects.exists()


def test_nobody_is_flooded(talk: Conversation) -> None:
    for _n in range(10):
        make_message(talk)
    with pytest.raises(TooManyMessages) as refusal:
        make_message(talk)
    assert refusal.value.most == 10
    assert Message.objects.count() == 10
    make_message(talk, now=timezone.now() + timedelta(minutes=2))


def test_files_are_written_anew_and_opened_by_a_link_that_ends(talk: Conversation) -> None:
    message = make_message(talk, text="", files=[cleaned("../../Tủ <b>.PNG", make_image())])
    file = message.files.get()
    assert (file.name, file.file_type) == ("Tủ b.webp", "image/webp")
    token = signed_attachment_url(file).rsplit("/", 1)[-1]
    name, content, kind = open_attachment(token)
    assert (name, kind, content[:4]) == ("Tủ b.webp", "image/webp", b"RIFF")
    old = signed_attachment_url(file, now=timezone.now() - timedelta(hours=2)).rsplit("/", 1)[-1]
    for bad in (old, token[:-2], "x", ""):
        with pytest.raises(AttachmentNotOpened):
            open_attachment(bad)


def test_what_is_neither_paper_nor_picture_is_refused() -> None:
    for content in (b"", b"<svg onload=alert(1)>", b"%PDF-broken", b"PK\x03\x04"):
        with pytest.raises(Refused):
            cleaned("x.pdf", content)


def test_files_without_a_row_are_swept_after_a_day(talk: Conversation) -> None:
    make_message(talk, text="", files=[cleaned("a.png", make_image())])
    attachment_storage().save("0" * 32 + ".webp", ContentFile(b"stray"))
    before = set(attachment_storage().listdir("")[1])
    assert sweep_attachments(timezone.now()) == 0
    sweep_attachments(timezone.now() + timedelta(days=2))
    after = set(attachment_storage().listdir("")[1])
    assert "0" * 32 + ".webp" in before - after
    assert Message.objects.get().files.get().file in after


# ---- reading


def test_what_ones_own_side_wrote_is_never_unread(talk: Conversation) -> None:
    owner, buyer = owner_of(talk), talk.buyer
    assert buyer is not None
    make_message(talk)
    make_message(talk)
    make_message(talk, by=By(Role.SELLER, owner), text="Xin chào")

    assert unread_counts({talk.pk: Role.BUYER}, buyer) == {talk.pk: 1}
    assert unread_counts({talk.pk: Role.SELLER}, owner) == {}
    packer = User.objects.get(email="packer@example.org")
    assert unread_counts({talk.pk: Role.SELLER}, packer) == {talk.pk: 2}
    assert unread_total(buyer, Conversation.objects.filter(buyer=buyer)) == 1
    mark_read(conversation=talk, user=buyer, position=3)
    mark_read(conversation=talk, user=buyer, position=1)
    assert unread_total(buyer, Conversation.objects.filter(buyer=buyer)) == 0
    assert not only_unread(Conversation.objects.all(), buyer, unread=True).exists()
    assert only_unread(Conversation.objects.all(), packer, unread=True).get() == talk


def test_one_letter_an_hour_and_none_about_what_was_read(talk: Conversation) -> None:
    now = timezone.now()
    make_message(talk, now=now)
    make_message(talk, now=now)
    assert send_message_letters(now) == 0
    assert send_message_letters(now + timedelta(minutes=3)) == 1
    assert [to for to, _ in letters()] == ["owner@example.org"]

    make_message(talk, now=now + timedelta(minutes=10))
    assert send_message_letters(now + timedelta(minutes=50)) == 0
    assert send_message_letters(now + timedelta(minutes=64)) == 1
    assert len(letters()) == 2

    make_message(talk, now=now + timedelta(hours=5))
    mark_read(conversation=talk, user=owner_of(talk), position=4)
    assert send_message_letters(now + timedelta(hours=9)) == 0


def test_the_letter_tells_in_the_readers_language_and_holds_no_word_of_it(talk: Conversation) -> None:
    from marketplace.accounts.mail.outgoing_letter import OutgoingLetter

    make_message(talk, by=By(Role.SELLER, owner_of(talk)), text="Giá bí mật là 12")
    send_message_letters(timezone.now() + timedelta(hours=1))
    letter = OutgoingLetter.objects.get()
    assert (letter.recipient, letter.language) == ("sanne@example.org", "nl")
    assert "bí mật" not in letter.text + letter.html
    assert f"/messages/{talk.pk}" in letter.text


# ---- translation


class Dutch:
    name = "Made-up engine 1"

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure, self.sent = failure, list[Any]()

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        self.sent.append((list(texts), source, target))
        if self.failure:
            raise self.failure
        return [f"[{target}] {text}" for text in texts]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Dutch:
    made = Dutch()
    for module in (configured, translations, translating):
        monkeypatch.setattr(module, "configured_engine", lambda: made)
    return made


def test_without_an_engine_nothing_is_promised(talk: Conversation) -> None:
    owner = owner_of(talk)
    with pytest.raises(NotConfigured):
        translate_conversation(conversation=talk, user=owner, language="vi", now=timezone.now())
    make_message(talk)
    assert translate_messages() == 0
    assert not MessageTranslation.objects.exists()


def test_a_translation_stands_beside_the_original(talk: Conversation, engine: Dutch) -> None:
    first = make_message(talk, text="Is de lak <veilig>?")
    translate_conversation(conversation=talk, user=owner_of(talk), language="vi", now=timezone.now())
    second = make_message(talk, text="Dank u")
    assert translate_messages() == 2
    assert engine.sent == [(["Is de lak &lt;veilig&gt;?", "Dank u"], "nl", "vi")]
    texts = dict(MessageTranslation.objects.values_list("message_id", "text"))
    assert texts == {first.pk: "[vi] Is de lak <veilig>?", second.pk: "[vi] Dank u"}
    first.refresh_from_db()
    assert first.text == "Is de lak <veilig>?"
    assert translate_messages() == 0


def test_nobody_who_did_not_ask_is_translated(talk: Conversation, engine: Dutch) -> None:
    make_message(talk)
    translate_messages()
    assert engine.sent == []


def test_a_failing_engine_is_asked_again_and_a_refusing_one_is_not(talk: Conversation, engine: Dutch) -> None:
    now = timezone.now()
    make_message(talk)
    translate_conversation(conversation=talk, user=owner_of(talk), language="vi", now=now)
    engine.failure = TemporaryFailure("UNREACHABLE")
    translate_messages(now=now)
    row = MessageTranslation.objects.get()
    assert (row.status, row.problem, row.available_at > now) == ("QUEUED", "UNREACHABLE", True)
    engine.failure = PermanentFailure("BAD_KEY")
    translate_messages(now=now + timedelta(hours=2))
    row.refresh_from_db()
    assert (row.status, row.problem) == ("FAILED", "BAD_KEY")
    translate_messages(now=now + timedelta(days=2))
    assert len(engine.sent) == 2


# ---- reports


def test_an_upheld_report_takes_words_translations_and_files_away(talk: Conversation) -> None:
    operator = make_operator()
    message = make_message(talk, files=[cleaned("a.png", make_image())])
    name = message.files.get().file
    MessageTranslation.objects.create(message=message, language="vi", available_at=timezone.now())
    told = {"message": message, "reason": MessageReportReason.FRAUD, "text": "", "now": timezone.now()}
    report = report_message(reporter=owner_of(talk), **told)
    second = report_message(reporter=User.objects.get(email="packer@example.org"), **told)
    assert report_message(reporter=owner_of(talk), **told) == report

    decide_report(report=report, status=MessageReportStatus.UPHELD, decision="Scam", by=operator, now=timezone.now())

    message.refresh_from_db()
    second.refresh_from_db()
    assert (message.text, message.removed_at is not None, message.files.count()) == ("", True, 0)
    assert not MessageTranslation.objects.exists()
    assert second.status == MessageReportStatus.UPHELD
    assert name is not None


def test_a_dismissed_report_leaves_the_message(talk: Conversation) -> None:
    message = make_message(talk)
    report = report_message(
        message=message, reporter=owner_of(talk), reason=MessageReportReason.OTHER, text="", now=timezone.now()
    )
    decide_report(
        report=report, status=MessageReportStatus.DISMISSED, decision="", by=make_operator(), now=timezone.now()
    )
    message.refresh_from_db()
    assert (message.text != "", message.removed_at) == (True, None)


def test_nobody_reports_themselves(talk: Conversation) -> None:
    message = make_message(talk)
    assert talk.buyer is not None
    with pytest.raises(OwnMessage):
        report_message(
            message=message, reporter=talk.buyer, reason=MessageReportReason.OTHER, text="", now=timezone.now()
        )
    assert not MessageReport.objects.exists()
    assert ConversationReader.objects.filter(user=talk.buyer).get().read_position == 1
