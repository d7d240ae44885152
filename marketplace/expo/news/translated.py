"""The texts of news that can be translated, declared to `i18n.subjects` when the application starts."""

from functools import partial

from i18n.messages import gettext_noop as _
from i18n.subjects import Markup, Subject, TextField, register_subject
from marketplace.accounts.permissions import Permission
from marketplace.expo.news.news import FairNews, NewsState
from marketplace.expo.texts import tidy

NEWS = Subject(
    kind=FairNews.SUBJECT,
    label=_("News of a fair"),
    rows=lambda: FairNews.objects.filter(state=NewsState.DRAFT),
    fields=(
        TextField("title", _("Title"), 160, Markup.LINE, tidy),
        TextField("body", _("Text"), 10_000, Markup.LINES, partial(tidy, lines=True)),
    ),
    source_language="source_language",
    role=Permission.EXPO_MANAGE,
    names=("title", "expo__name"),
)


def declare() -> None:
    register_subject(NEWS)
