"""The design system's living page: every component in its states, drawn by the very macros that the pages use."""

from typing import Any

from django.http import QueryDict

from frontend.form import Form
from frontend.page import Page
from frontend.refusals import FieldError
from i18n.messages import gettext_noop as _

LONG = "Extra-long description of a folding screen in lacquered wood with mother-of-pearl inlay and hand-cut hinges"


def blank(side: str) -> Form:
    """A form that nobody has sent; its fields have names of their own on either side."""
    return Form(f"design-{side}")


def wrong(side: str) -> Form:
    """A form that came back with errors, what was typed still in it."""
    form = Form(f"design-{side}-wrong", QueryDict("name=&quantity=1&size=xl&email=anneke(at)example"))
    form.errors = (
        FieldError("name", "REQUIRED", _("This field is needed.")),
        FieldError("quantity", "INVALID", _("Write a whole number.")),
        FieldError("email", "INVALID", _("This is not an e-mail address.")),
        FieldError("size", "REQUIRED", _("Choose one.")),
        FieldError("price", "INVALID", _("Write one amount, for example 12.50.")),
    )
    return form


def words(text: str, language: str = "EN", *, fallback: bool = False, **more: str) -> dict[str, Any]:
    """A text of a record, as the API gives it in the reader's language."""
    return {"text": text, "isFallback": fallback, "source": "", "state": "", "language": {"code": language}, **more}


def nowhere(*_parts: object, **_choices: object) -> str:
    """The address of what is only a sample."""
    return "#"


class DesignPage(Page):
    """No market in its address and nothing of anybody's: open to all, kept by no search engine."""

    indexed = False
    sheets: tuple[str, ...] = ("design",)

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "sheets": self.sheets,
            "blank": blank,
            "wrong": wrong,
            "words_of": words,
            "nowhere": nowhere,
            "long": LONG,
            **self.samples(),
        }

    def samples(self) -> dict[str, Any]:
        """What the components of this page show."""
        return {}
