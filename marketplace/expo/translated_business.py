"""The translated texts of what exhibitors buy, read and belong to, declared with `translated_texts`."""

from functools import partial

from i18n.messages import gettext_noop as _
from i18n.subjects import Markup, Subject, TextField, register_subject
from marketplace.accounts.permissions import Permission
from marketplace.expo.manual.page import ManualPage, ManualQuestion
from marketplace.expo.packages.package import FairPackage
from marketplace.expo.pavilions.pavilion import Pavilion
from marketplace.expo.texts import tidy

NAME, DESCRIPTION = _("Name"), _("Description")
lines = partial(tidy, lines=True)

PACKAGE = Subject(
    kind=FairPackage.SUBJECT,
    label=_("Exhibition package"),
    rows=lambda: FairPackage.objects.all(),
    fields=(
        TextField("name", NAME, 120, Markup.LINE, tidy),
        TextField("description", DESCRIPTION, 3_000, Markup.LINES, lines),
    ),
    source_language="source_language",
    role=Permission.EXPO_MANAGE,
    names=("name", "expo__name"),
)
PAVILION = Subject(
    kind=Pavilion.SUBJECT,
    label=_("Pavilion"),
    rows=lambda: Pavilion.objects.all(),
    fields=(TextField("name", NAME, 120, Markup.LINE, tidy),),
    source_language="source_language",
    role=Permission.EXPO_MANAGE,
    names=("name", "expo__name"),
)
MANUAL_PAGE = Subject(
    kind=ManualPage.SUBJECT,
    label=_("Page of the exhibitor manual"),
    rows=lambda: ManualPage.objects.all(),
    fields=(
        TextField("title", _("Title"), 160, Markup.LINE, tidy),
        TextField("body", _("Text"), 20_000, Markup.LINES, lines),
    ),
    source_language="source_language",
    role=Permission.EXPO_MANAGE,
    names=("title", "expo__name"),
)
MANUAL_QUESTION = Subject(
    kind=ManualQuestion.SUBJECT,
    label=_("Question of the exhibitor manual"),
    rows=lambda: ManualQuestion.objects.all(),
    fields=(
        TextField("label", _("Question"), 250, Markup.LINE, tidy),
        TextField("choices", _("Choices, one a line"), 2_000, Markup.LINES, lines),
    ),
    source_language="page__source_language",
    role=Permission.EXPO_MANAGE,
    names=("label", "page__title"),
)


def declare_business() -> None:
    for subject in (PACKAGE, PAVILION, MANUAL_PAGE, MANUAL_QUESTION):
        register_subject(subject)
