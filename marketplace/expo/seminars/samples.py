"""Every letter about seminars with made-up data, by its kind."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.write import LetterText
from marketplace.expo.meetings.calendar import Appointment, Method
from marketplace.expo.seminars import letter_texts
from marketplace.expo.seminars.letter import SeminarFacts, compose

Sample = Callable[[str], Letter]
AT = datetime(2027, 4, 22, 7, 0, tzinfo=UTC)
TITLE = "Gỗ có nguồn gốc hợp pháp vào EU"


def seminar_sample(text: LetterText) -> Sample:
    def sample(language: str) -> Letter:
        appointment = Appointment(
            uid="seminar-0@marketplace.example",
            starts_at=AT,
            ends_at=AT + timedelta(hours=1),
            summary=TITLE,
            place="B · Sân khấu Ví Dụ",
            url="https://marketplace.example/sample",
        )
        facts = SeminarFacts(
            appointment=appointment,
            title=TITLE,
            fair="Hội chợ Gỗ Ví Dụ 2027",
            speaker="Lê Thị Ví Dụ",
            languages=["vi", "en"],
            zone="Europe/Amsterdam",
            email="an@buyer.example",
        )
        return compose(text, facts, language, now=AT - timedelta(days=9), method=Method.REQUEST)

    return sample


SAMPLES: Mapping[str, Sample] = {text.kind: seminar_sample(text) for text in letter_texts.TEXTS}
