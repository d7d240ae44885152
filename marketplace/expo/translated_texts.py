"""The texts of exhibitions that can be translated, declared to `i18n.subjects` when the application starts.

They belong to the marketplace: officers of the exhibition centre write and translate them.
"""

from functools import partial

from i18n.messages import gettext_noop as _
from i18n.subjects import Markup, Subject, TextField, register_subject
from marketplace.accounts.permissions import Permission
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.seminars.seminar import Seminar
from marketplace.expo.texts import tidy
from marketplace.expo.translated_business import declare_business

NAME, DESCRIPTION = _("Name"), _("Description")
lines = partial(tidy, lines=True)

EXPO = Subject(
    kind=Expo.SUBJECT,
    label=_("Exhibition"),
    rows=lambda: Expo.objects.all(),
    fields=(
        TextField("name", NAME, 200, Markup.LINE, tidy),
        TextField("description", DESCRIPTION, 10_000, Markup.LINES, lines),
        TextField("theme", _("Theme"), 250, Markup.LINE, tidy),
    ),
    source_language="source_language",
    role=Permission.EXPO_MANAGE,
    names=("name",),
)
EXHIBITOR = Subject(
    kind=Exhibitor.SUBJECT,
    label=_("Exhibitor"),
    rows=lambda: Exhibitor.objects.all(),
    fields=(
        TextField("name", NAME, 250, Markup.LINE, tidy),
        TextField("description", DESCRIPTION, 5_000, Markup.LINES, lines),
    ),
    source_language="source_language",
    role=Permission.EXPO_MANAGE,
    names=("name", "expo__name"),
)

SEMINAR = Subject(
    kind=Seminar.SUBJECT,
    label=_("Seminar"),
    rows=lambda: Seminar.objects.all(),
    fields=(
        TextField("title", _("Title"), 200, Markup.LINE, tidy),
        TextField("description", DESCRIPTION, 5_000, Markup.LINES, lines),
    ),
    source_language="source_language",
    role=Permission.EXPO_MANAGE,
    names=("title", "expo__name"),
)


def declare() -> None:
    register_subject(EXPO)
    register_subject(EXHIBITOR)
    register_subject(SEMINAR)
    declare_business()
