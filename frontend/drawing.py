"""What a page calls most while it is drawn, without what it pays for and has no use of.

Jinja2 hands texts the page's context, of which it makes a copy inside every loop, only to ask whether to escape; our
pages always do. And it asks of every function whether it wants that context; ours are told apart by one look.
"""

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from jinja2.runtime import Context
from markupsafe import Markup

from i18n import messages

_PLAIN = frozenset({FunctionType, MethodType, BuiltinFunctionType, _lru_cache_wrapper})
_SCOPES = ("_loop_vars", "_block_vars")


class PageContext(Context):
    """Calls plain functions at once; macros, and what asks for the context, as ever."""

    def call(self, called: Callable[..., Any], /, *given: Any, **named: Any) -> Any:
        if type(called) not in _PLAIN or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *given, **named)
        for scope in _SCOPES:
            named.pop(scope, None)
        return called(*given, **named)


def texts_in(language: str) -> dict[str, Callable[..., Markup]]:
    """``_`` and its like: what is put into a text is escaped, and ``%%`` is a percent sign in every text."""

    def gettext(message: str, /, **values: Any) -> Markup:
        said = messages.lookup(language, message)
        return _marked(said) % values if values else _without_values(said)

    def ngettext(singular: str, plural: str, num: int, /, **values: Any) -> Markup:
        return _marked(messages.lookup_plural(language, singular, plural, num)) % {"num": num, **values}

    def pgettext(context: str, message: str, /, **values: Any) -> Markup:
        return _marked(messages.lookup(language, message, context=context)) % {"context": context, **values}

    def npgettext(context: str, singular: str, plural: str, num: int, /, **values: Any) -> Markup:
        said = messages.lookup_plural(language, singular, plural, num, context=context)
        return _marked(said) % {"context": context, "num": num, **values}

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext, "npgettext": npgettext}


@lru_cache(maxsize=8192)
def _without_values(said: str) -> Markup:
    return _marked(said) % {}


@lru_cache(maxsize=8192)
def _marked(said: str) -> Markup:
    return Markup(said)  # noqa: S704  # a text of the catalog, which may have marks of its own
