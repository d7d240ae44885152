"""The interface's texts in Jinja templates: ``{{ _("Cart") }}``, ``{% trans %}``, in the page's language."""

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from i18n.languages import DEFAULT_LANGUAGE
from i18n.messages import lookup, lookup_plural

EXTENSION = "jinja2.ext.i18n"


def install(environment: Environment) -> None:
    """Let an environment's templates speak the language of their context variable ``language``.

    New style gettext: parameters are filled after translating (``_("Hello %(name)s", name=buyer)``)
    and escaped; blanks around and inside ``{% trans %}`` are trimmed, as extraction does.
    """
    environment.add_extension(EXTENSION)
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        _gettext, _ngettext, newstyle=True, pgettext=_pgettext, npgettext=_npgettext
    )


def _language(context: Context) -> str:
    return str(context.get("language") or DEFAULT_LANGUAGE)


@pass_context
def _gettext(context: Context, msgid: str) -> str:
    return lookup(_language(context), msgid)


@pass_context
def _pgettext(context: Context, meaning: str, msgid: str) -> str:
    return lookup(_language(context), msgid, context=meaning)


@pass_context
def _ngettext(context: Context, singular: str, plural: str, n: int) -> str:
    return lookup_plural(_language(context), singular, plural, n)


@pass_context
def _npgettext(context: Context, meaning: str, singular: str, plural: str, n: int) -> str:
    return lookup_plural(_language(context), singular, plural, n, context=meaning)
