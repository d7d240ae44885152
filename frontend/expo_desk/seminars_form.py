"""What a seminar's form says, the same when it is added and when it is changed."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.translating import language_of_form
from frontend.filters import api_language
from i18n.formatting import HERE
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _


def seminar_input(page: FairPage) -> dict[str, Any]:
    """The ``SeminarInput`` of the posted form; raises ``Refused``."""
    return {
        "title": page.form.text("title", required=True),
        "description": page.form.text("description"),
        "sourceLanguage": language_of_form(page, "sourceLanguage"),
        "speaker": page.form.text("speaker", required=True),
        "languages": [api_language(code) for code in page.form.all("languages") if code in LANGUAGES],
        "hallId": page.form.optional("hallId"),
        "room": page.form.text("room"),
        "startsAt": _moment(page),
        "minutes": page.form.integer("minutes"),
        "seats": page.form.integer("seats"),
    }


def _moment(page: FairPage) -> str:
    """Day and hour on Viet Nam's clocks."""
    day, hour = page.day("day"), page.form.text("hour", required=True)
    try:
        return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=ZoneInfo(HERE)).isoformat()
    except ValueError as error:
        raise page.refuse("hour", _("Write a time, for example 09:30.")) from error
