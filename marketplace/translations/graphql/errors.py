"""What these mutations refuse, as errors of the API, and remarks about single texts."""

from collections.abc import Callable, Iterable
from typing import Any

from i18n.exchange.apply_import import AppliedAlready
from i18n.exchange.unit_in_file import FileRefused
from i18n.glossary.terms import TermRefused
from i18n.machine_translation.ask import NothingToTranslate, StillRunning
from i18n.machine_translation.configured import NotConfigured
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.units.check import Remark
from marketplace.graphql import InputError, UserErrors

Known = dict[type[Exception], Callable[[Any], InputError | UserErrors]]
NO_ENGINE = _("No translation engine is set up on this marketplace. Texts are translated by people, or by a file.")

FILE: Known = {
    FileRefused: lambda refusal: InputError(refusal.message, field="file", params=refusal.params),
    AppliedAlready: lambda refusal: InputError(
        _("This file has been taken over already."), field="id", code="WRONG_STATE"
    ),
}
TERM: Known = {
    TermRefused: lambda refusal: InputError(
        refusal.message, field=refusal.field, code=refusal.code, params=refusal.params
    )
}
ENGINE: Known = {
    NotConfigured: lambda refusal: InputError(NO_ENGINE, code="NOT_CONFIGURED"),
    NothingToTranslate: lambda refusal: InputError(
        _("There is nothing left for the machine to translate into this language."), code="NOTHING_TO_DO"
    ),
    StillRunning: lambda refusal: InputError(
        _("The machine is still at work on an earlier request for this language."), code="WRONG_STATE"
    ),
}


def remarks(found: Iterable[Remark], language: str) -> list[dict[str, str]]:
    """Problems and warnings in the reader's language."""
    return [{"code": one.code, "message": gettext(language, one.message, **dict(one.params))} for one in found]


def stored_remarks(problems: Iterable[Any], language: str) -> list[dict[str, str]]:
    """The same of a checked file, as its rows keep them."""
    return [{"code": code, "message": gettext(language, message, **params)} for code, message, params in problems]
