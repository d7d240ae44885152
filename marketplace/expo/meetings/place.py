"""Where meetings take place: at the exhibitor's booths as they are now."""

from collections import defaultdict
from collections.abc import Sequence

from i18n.messages import gettext
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import Booth
from marketplace.expo.meetings.meeting import Meeting

MOST_BOOTHS = 3


def places_of(meetings: Sequence[Meeting], language: str) -> list[str]:
    """``Hall A · A01 · Table 2`` each; without a booth only a table, and that only where there are several."""
    exhibitors = {meeting.exhibitor_id for meeting in meetings}
    booths: dict[int | None, list[Booth]] = defaultdict(list)
    for booth in Booth.objects.filter(exhibitor__in=exhibitors).select_related("hall").order_by("code", "pk"):
        booths[booth.exhibitor_id].append(booth)
    tables = dict(Exhibitor.objects.filter(pk__in=exhibitors).values_list("pk", "meeting_tables"))
    return [
        _place(booths[meeting.exhibitor_id][:MOST_BOOTHS], tables[meeting.exhibitor_id], meeting.table, language)
        for meeting in meetings
    ]


def _place(booths: Sequence[Booth], tables: int, table: int, language: str) -> str:
    halls = dict.fromkeys(booth.hall.name for booth in booths)
    parts = [gettext(language, "Hall %(name)s", name=name) for name in halls]
    parts += [booth.code for booth in booths]
    if tables > 1 or table > 1:
        parts.append(gettext(language, "Table %(number)s", number=table))
    return " · ".join(parts)
