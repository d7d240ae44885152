import pytest
from jinja2 import Environment

from i18n import jinja, messages
from i18n.messages import Catalog

DUTCH = {
    "Cart": "Winkelwagen",
    ("verb", "Order"): "Bestel",
    "Hello %(name)s": "Dag %(name)s",
    "%(num)s box": ("%(num)s doos", "%(num)s dozen"),
    "Made in %(place)s by hand": "Met de hand gemaakt in %(place)s",
}


@pytest.fixture
def environment(monkeypatch):
    catalogs = {"nl": Catalog(DUTCH, lambda n: int(n != 1)), "en": Catalog({}, lambda n: 0)}
    monkeypatch.setattr(messages, "catalog", catalogs.__getitem__)
    environment = Environment(autoescape=True)
    jinja.install(environment)
    return environment


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ _('Cart') }}", "Winkelwagen"),
        ("{{ pgettext('verb', 'Order') }}", "Bestel"),
        ("{{ _('Hello %(name)s', name='<b>') }}", "Dag &lt;b&gt;"),
        ("{{ ngettext('%(num)s box', '%(num)s boxes', 3) }}", "3 dozen"),
        (
            "{% trans place='Lái Thiêu' %}\n  Made in {{ place }}\n  by hand\n{% endtrans %}",
            "Met de hand gemaakt in Lái Thiêu",
        ),
    ],
)
def test_templates_speak_the_pages_language(environment, template, shown):
    assert environment.from_string(template).render(language="nl") == shown


def test_a_page_without_a_language_is_english(environment):
    assert environment.from_string("{{ _('Hello %(name)s', name='Hoa') }}").render() == "Hello Hoa"
    assert environment.from_string("{{ ngettext('%(num)s box', '%(num)s boxes', 1) }}").render(language="en") == "1 box"
