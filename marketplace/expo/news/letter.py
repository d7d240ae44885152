"""A fair's news in its readers' languages, and as a letter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from i18n.formatting import language_name
from i18n.languages import fallback_chain
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.translate import translations_of
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Link, Part
from marketplace.expo.fair_name import fair_name
from marketplace.expo.news.news import FairNews
from marketplace.expo.news.readers import NewsReader
from marketplace.expo.people.desk_link import desk_link
from marketplace.expo.visitors.letter import visit_link

KIND = "FAIR_NEWS"
SUBJECT = _("%(fair)s: %(title)s")
NOT_TRANSLATED = _("This news is not there in your language yet. It is written in %(language)s.")
TO_VISITORS = _("You get this letter because you agreed to news of %(fair)s. You can take that back on your page:")
TO_EXHIBITORS = _("You get this letter because you exhibit at %(fair)s. All news of the fair is at your desk:")
YOUR_PAGE, YOUR_DESK = _("Your visit"), _("Your desk")


@dataclass(frozen=True, slots=True)
class SaidNews:
    """The news as readers of one language get it; ``text_language`` is another where it is not translated."""

    language: str
    text_language: str
    fair: str
    title: str
    body: str

    @property
    def is_fallback(self) -> bool:
        return self.language != self.text_language

    @property
    def paragraphs(self) -> list[str]:
        """The body's, after a word about its language where that is not the reader's."""
        written_in = language_name(self.text_language, self.language)
        note = [gettext(self.language, NOT_TRANSLATED, language=written_in)] if self.is_fallback else []
        return note + [part.strip() for part in self.body.split("\n\n") if part.strip()]

    @property
    def subject(self) -> str:
        return gettext(self.language, SUBJECT, fair=self.fair, title=self.title)


def said_in(news: FairNews, languages: Iterable[str]) -> dict[str, SaidNews]:
    """By language. A text that is only half translated counts as not translated: nobody gets two languages in one."""
    stored = _stored([news])[news.pk]
    wanted = sorted(set(languages))
    return {language: _said(news, language, stored, fair_name(news.expo, language)) for language in wanted}


def all_said_in(rows: Sequence[FairNews], language: str) -> list[SaidNews]:
    """The same for several pieces of news in one language; two queries, and one for each fair."""
    stored = _stored(rows)
    fairs = {row.expo_id: row.expo for row in rows}
    names = {key: fair_name(expo, language) for key, expo in fairs.items()}
    return [_said(row, language, stored[row.pk], names[row.expo_id]) for row in rows]


def news_letter(said: SaidNews, reader: NewsReader) -> Letter:
    """What one reader gets; the visitor's has the way to take the consent back, on the visitor's own page."""
    if reader.visitor is not None:
        return _letter(said, TO_VISITORS, visit_link(reader.visitor), YOUR_PAGE)
    if reader.exhibitor is None:
        raise ValueError("a reader of news is a visitor or somebody of an exhibitor")
    return _letter(said, TO_EXHIBITORS, desk_link(reader.exhibitor, said.language, "news"), YOUR_DESK)


def samples(words: Mapping[str, object]) -> dict[str, Callable[[str], Letter]]:
    """Both forms with made-up data, for whoever looks at how the marketplace writes."""

    def form(why: str, link_text: str) -> Callable[[str], Letter]:
        def compose(language: str) -> Letter:
            said = SaidNews(language, "vi", str(words["fair"]), str(words["title"]), str(words["body"]))
            return _letter(said, why, str(words["link"]), link_text)

        return compose

    return {f"{KIND}:exhibitor": form(TO_EXHIBITORS, YOUR_DESK), f"{KIND}:visitor": form(TO_VISITORS, YOUR_PAGE)}


def _letter(said: SaidNews, why: str, link: str, link_text: str) -> Letter:
    reason = gettext(said.language, why, fair=said.fair)
    body: list[Part] = [*said.paragraphs, reason, Link(link, gettext(said.language, link_text))]
    return Letter(subject=said.subject, language=said.language, body=body)


def _said(news: FairNews, language: str, stored: Mapping[str, Mapping[str, str]], fair: str) -> SaidNews:
    """In the first language of the reader's chain that has both texts; as written where none has."""
    own = {"title": news.title, "body": news.body}
    for code in fallback_chain(language):
        words = own if code == news.source_language else stored.get(code, {})
        if words.get("title") and words.get("body"):
            return SaidNews(language, code, fair, words["title"], words["body"])
    return SaidNews(language, news.source_language, fair, news.title, news.body)


def _stored(rows: Sequence[FairNews]) -> dict[int, dict[str, dict[str, str]]]:
    """The translations by news, language and field."""
    stored = translations_of(FairNews.SUBJECT, [row.pk for row in rows])
    found: dict[int, dict[str, dict[str, str]]] = {row.pk: {} for row in rows}
    for row in rows:
        for text in stored[str(row.pk)]:
            found[row.pk].setdefault(text.language, {})[text.field] = text.text
    return found
