from decimal import Decimal
from typing import Any

import pytest
from jinja2 import DictLoader, nodes, pass_context
from jinja2.compiler import Frame
from jinja2.runtime import Context
from markupsafe import Markup

from frontend.compiled import AlikeInAllLanguages
from frontend.rendering import MOST_KEPT_BY_DATA, environment, kept_by_data


def _component() -> tuple[Any, list[Any]]:
    calls: list[Any] = []

    def draw(product: dict[str, Any], href: str = "") -> str:
        calls.append(product)
        return f"{product['name']} {href}"

    return kept_by_data(draw), calls


def test_what_says_the_same_is_drawn_once() -> None:
    draw, calls = _component()
    assert draw({"name": "Ghế", "price": Decimal("1.50")}, href="/a") == "Ghế /a"
    assert draw({"name": "Ghế", "price": Decimal("1.50")}, href="/a") == "Ghế /a"
    assert len(calls) == 1


def test_whatever_differs_is_drawn_anew() -> None:
    draw, calls = _component()
    product = {"name": "Ghế", "price": Decimal("1.50"), "of": {"stock": 1}}
    others = [
        {**product, "price": Decimal("1.5")},
        {**product, "price": 1.5},
        {**product, "price": "1.50"},
        {**product, "of": {"stock": 2}},
        {**product, "name": Markup("Ghế")},
        {**product, "of": None},
    ]
    for each in (product, *others):
        draw(each)
    draw(product, href="/b")
    assert len(calls) == len(others) + 2


def test_an_answer_that_changes_afterwards_is_not_mistaken_for_what_it_was() -> None:
    draw, _calls = _component()
    product = {"name": "Ghế"}
    assert draw(product) == "Ghế "
    product["name"] = "Bàn"
    assert draw(product) == "Bàn "
    assert draw({"name": "Ghế"}) == "Ghế "


def test_no_more_is_kept_than_is_said() -> None:
    draw, calls = _component()
    for number in range(MOST_KEPT_BY_DATA + 1):
        draw({"name": str(number)})
    draw({"name": "0"})
    assert len(calls) == MOST_KEPT_BY_DATA + 2


def _drawn(source: str, language: str) -> str:
    template = environment(language).overlay(loader=DictLoader({source: source})).get_template(source)
    return template.render()


def test_a_template_is_compiled_once_and_every_language_writes_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    visit = AlikeInAllLanguages.visit_Template

    def visited(self: AlikeInAllLanguages, node: nodes.Template, frame: Frame | None = None) -> None:
        compiled.append(self.name)
        visit(self, node, frame)

    monkeypatch.setattr(AlikeInAllLanguages, "visit_Template", visited)
    source = "{{ 1234567.5|number }} {{ '0.5'|percent }} {% trans %}Basket{% endtrans %} {{ '<b>' }}"
    assert _drawn(source, "en") == "1,234,567.5 50% Basket &lt;b&gt;"
    assert _drawn(source, "vi") == "1.234.567,5 50% Giỏ hàng &lt;b&gt;"
    assert _drawn(source, "nl") == "1.234.567,5 50% Winkelmand &lt;b&gt;"
    assert compiled.count(source) == 1


def test_a_template_that_changed_is_compiled_anew() -> None:
    for text in ("before", "after"):
        overlay = environment("en").overlay(loader=DictLoader({"changes": text}))
        assert overlay.get_template("changes").render() == text


def test_what_is_put_into_a_text_is_escaped_and_a_percent_sign_is_one() -> None:
    source = "{{ _('%(count)s of %(name)s', count=3, name='<b>') }} {{ _('100%% of <i>it</i>') }}"
    assert _drawn(source, "en") == "3 of &lt;b&gt; 100% of <i>it</i>"
    assert _drawn("{% for name in ['<a>'] %}{{ _('of %(name)s', name=name) }}{% endfor %}", "en") == "of &lt;a&gt;"


def test_plurals_and_contexts_say_their_number() -> None:
    source = "{{ ngettext('%(num)s piece', '%(num)s pieces', 2) }} {{ pgettext('%', 'none') }}"
    assert _drawn(source, "en") == "2 pieces none"


def test_what_asks_for_the_context_gets_it_in_a_loop_too() -> None:
    source = "{% for x in [1, 2] %}{% set y = x %}{{ asks(x) }}{% endfor %}"
    made = environment("en").overlay(loader=DictLoader({"asks": source}))

    @pass_context
    def asks(context: Context, x: int) -> str:
        return f"{context['y']}={x} "

    assert made.get_template("asks", globals={"asks": asks}).render() == "1=1 2=2 "
