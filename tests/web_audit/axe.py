"""axe-core in a page: what it finds against WCAG 2.2 AA and good practice."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playwright.async_api import Page

SOURCE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
IS_THERE = "() => 'axe' in window"
EVERY_RULE: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""All that axe has on of itself, and the one of WCAG 2.2 that it leaves to be asked for."""
UNFOLDED: dict[str, Any] = {**EVERY_RULE, "rules": {"target-size": {"enabled": False}}}
"""With every menu open at once, which nobody sees, some lie over others' buttons."""
COLOURS: dict[str, Any] = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
"""What can differ between a page's themes, which are nothing but other colours."""
TWICE = "the living page draws every component twice, on light and on dark ground"
EXCEPTIONS = {(f"design-{part}", "landmark-unique"): TWICE for part in ("basics", "goods", "trade", "fairs", "figures")}
"""What is not counted, by page and rule, with the reason."""
RUN = "options => axe.run(document, options)"


@dataclass(frozen=True, slots=True)
class Finding:
    page: str
    language: str
    theme: str
    rule: str
    impact: str
    where: str
    """The first place, as a selector."""
    count: int

    def __str__(self) -> str:
        return f"{self.page} {self.language} {self.theme}: {self.rule} ({self.impact}) {self.count} x {self.where}"


@cache
def program() -> str:
    """axe itself, as a function to evaluate: the pages' own rules let no script of others in."""
    return f"() => {{ {SOURCE.read_text()} }}"


async def look(
    page: Page, *, name: str, language: str, theme: str, options: dict[str, Any] = EVERY_RULE
) -> list[Finding]:
    if not await page.evaluate(IS_THERE):
        await page.evaluate(program())
    return findings(await page.evaluate(RUN, options), name=name, language=language, theme=theme)


def findings(answer: dict[str, Any], *, name: str, language: str, theme: str) -> list[Finding]:
    """What axe answered, a line for each broken rule."""
    return [
        Finding(
            page=name,
            language=language,
            theme=theme,
            rule=found["id"],
            impact=found["impact"] or "",
            where=" ".join(map(str, found["nodes"][0]["target"])),
            count=len(found["nodes"]),
        )
        for found in answer["violations"]
        if (name, found["id"]) not in EXCEPTIONS
    ]
