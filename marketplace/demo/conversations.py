"""What a buyer and a maker write to each other, each in the own language, one with a drawing."""

from datetime import timedelta
from pathlib import Path

import resvg_py
from django.utils import timezone

from catalog.products.product import Product
from marketplace.demo.people import People
from marketplace.demo.sellers import SettledSeller
from orders.attachments.store import CleanFile, cleaned
from orders.lifecycle.by import By, Role
from orders.messages.conversation import Conversation
from orders.messages.mark_read import mark_read
from orders.messages.send import send_message
from orders.messages.start import start_conversation
from orders.messages.subject import Subject
from orders.quotes.quote import Quote

PICTURES = Path(__file__).with_name("pictures")
ABOUT_TABLES = (
    ("nl", "Goedemiddag, kan het blad van de tafel ook in 240 × 100 cm? En met welke olie is het afgewerkt?"),
    ("vi", "Chào chị, xưởng làm được mặt bàn 240 × 100 cm, thêm 12 ngày. Bàn được lau dầu lanh hai lớp."),
    ("nl", "Heel goed. Klopt deze tekening? Dan vraag ik een offerte voor 24 stuks."),
    ("vi", "Bản vẽ đúng rồi ạ. Chân bàn chúng tôi để dày 7 cm cho chắc."),
)
ABOUT_QUOTE = (
    ("vi", "Chúng tôi đã gửi báo giá. Nếu lấy 40 bàn mỗi đợt thì giá còn 305 €."),
    ("nl", "Dank u. We bespreken het maandag en laten het dan weten."),
)
WITH_DRAWING = 2


def write_messages(
    products: dict[str, Product], quotes: list[Quote], sellers: dict[str, SettledSeller], people: People
) -> int:
    """Two conversations; the maker has yet to read the end of the second one. Returns how many there are."""
    maker = sellers["moc-an"]
    table = products["ban-an-go-keo"]
    first = _talk(Subject(maker.seller, product=table), ABOUT_TABLES, maker, people)
    for reader in (people.buyer, maker.owner):
        mark_read(conversation=first, user=reader, position=len(ABOUT_TABLES))
    _talk(Subject(maker.seller, quote=quotes[2]), ABOUT_QUOTE, maker, people)
    return 2


def _talk(subject: Subject, said: tuple[tuple[str, str], ...], maker: SettledSeller, people: People) -> Conversation:
    begun = timezone.now() - timedelta(days=2)
    conversation = start_conversation(buyer=people.buyer, subject=subject, now=begun)
    authors = {"nl": By(Role.BUYER, people.buyer), "vi": By(Role.SELLER, maker.owner)}
    for number, (language, text) in enumerate(said):
        send_message(
            conversation_id=conversation.pk,
            text=text,
            by=authors[language],
            language=language,
            now=begun + timedelta(hours=3 * number),
            files=[_drawing()] if (number, said) == (WITH_DRAWING, ABOUT_TABLES) else [],
        )
    return conversation


def _drawing() -> CleanFile:
    drawn = resvg_py.svg_to_bytes(svg_string=(PICTURES / "ban-an-go-keo.svg").read_text(encoding="utf-8"), width=600)
    return cleaned("tafel 240.png", bytes(drawn))
