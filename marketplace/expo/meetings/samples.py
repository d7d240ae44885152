"""Every letter about meetings with made-up data, by its kind."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.write import LetterText
from marketplace.expo.meetings import letter_texts as meetings
from marketplace.expo.meetings.calendar import Method
from marketplace.expo.meetings.letter import MeetingFacts, compose
from marketplace.expo.meetings.words import Words

Sample = Callable[[str], Letter]
AT = datetime(2027, 4, 22, 2, 30, tzinfo=UTC)
FAIR = "Hội chợ Gỗ Ví Dụ 2027"
PLACE = "A · A12"
LINK = "https://marketplace.example/sample"
ADDRESS = "an@buyer.example"
CANCELS = (meetings.DECLINED, meetings.CANCELLED)


def meeting_sample(text: LetterText) -> Sample:
    def sample(language: str) -> Letter:
        facts = MeetingFacts(
            uid="meeting-0@marketplace.example",
            sequence=1,
            who="Xưởng Mộc Ví Dụ",
            fair=FAIR,
            starts_at=AT,
            ends_at=AT + timedelta(minutes=30),
            zone="Asia/Seoul",
            place=PLACE,
            link=LINK,
            said=Words("원목 의자 300개를 찾고 있습니다.", "ko"),
            reason="NO_TIME" if text is meetings.DECLINED else "",
            email=ADDRESS,
        )
        method = Method.CANCEL if text in CANCELS else Method.REQUEST
        return compose(text, facts, language, now=AT - timedelta(days=9), method=method)

    return sample


SAMPLES: Mapping[str, Sample] = {text.kind: meeting_sample(text) for text in meetings.TEXTS}
