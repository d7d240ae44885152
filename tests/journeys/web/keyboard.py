"""Somebody at the pages without a mouse: Tab, Enter, Space, arrows and letters."""

from typing import Any

from playwright.sync_api import Locator

from tests.journeys.browser import Visitor

STOPS = 250
LOOK = """() => {
  const here = document.activeElement, last = window.lastStop;
  window.lastStop = here;
  const name = `${here.tagName.toLowerCase()} ${here.name || here.id || here.textContent.trim().slice(0, 40)}`;
  if (here === document.body || here === document.documentElement) return { name, isNowhere: true };
  const outlined = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  };
  const label = here.closest("label") ?? here;
  const marked = [here, label, here.closest(".product-card"), here.parentElement].filter(Boolean).some(outlined);
  const place = label.getClientRects()[0] ?? here.getBoundingClientRect();
  const inView = place.bottom > 0 && place.top < innerHeight && place.right > 0 && place.left < innerWidth;
  const x = place.left + place.width / 2, y = place.top + Math.min(place.height / 2, innerHeight);
  const over = document.elementFromPoint(x, y);
  const related = (one, other) => one.contains(other) || other.contains(one);
  const covered = inView && over && !related(over, here) && !label.contains(over);
  const backwards = Boolean(last?.isConnected && last !== here
    && !(last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING));
  return { name, isNowhere: false, stuck: last === here, marked, inView, covered, backwards, jumps: here.tabIndex > 0 };
}"""


class Keyboard:
    """Every stop on the way has to be seen, in the order of the page, and never be the last."""

    def __init__(self, person: Visitor) -> None:
        self.person, self.page = person, person.page
        self.stops = 0

    def open(self, path: str) -> None:
        self.person.open(path)

    def to(self, target: Locator) -> None:
        """Tab to where ``target`` is; past the end of the page it begins again, once."""
        wanted = target.element_handle()
        self.page.evaluate("() => { window.lastStop = null; }")
        rounds = 0
        for _stop in range(STOPS):
            if self.page.evaluate("wanted => document.activeElement === wanted", wanted):
                return
            self.page.keyboard.press("Tab")
            self.stops += 1
            rounds += self._look()
            assert rounds <= 1, f"the keyboard does not reach {target}"
        raise AssertionError(f"{target} is more than {STOPS} stops away")

    def _look(self) -> int:
        """One when the page has come to its end."""
        stop: dict[str, Any] = self.page.evaluate(LOOK)
        if stop["isNowhere"]:
            self.page.evaluate("() => { window.lastStop = null; }")
            return 1
        where = f"{stop['name']} on {self.page.url}"
        assert not stop["stuck"], f"the focus does not leave {where}"
        assert not stop["jumps"], f"{where} has a place of its own in the order"
        assert not stop["backwards"], f"{where} comes before what was focused before it"
        assert stop["marked"], f"one does not see that the focus is on {where}"
        assert stop["inView"], f"the focus is outside the window on {where}"
        assert not stop["covered"], f"something covers the focus on {where}"
        return 0

    def write(self, target: Locator, text: str) -> None:
        """Over what stands there."""
        self.to(target)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def tick(self, target: Locator) -> None:
        self.to(target)
        self.page.keyboard.press("Space")
        assert target.is_checked()

    def choose(self, target: Locator) -> None:
        """One of several radio buttons, with the arrows from the one that is reached."""
        group = self.page.locator(f'input[type=radio][name="{target.get_attribute("name")}"]')
        reached = group.and_(self.page.locator(":checked"))
        self.to(reached if reached.count() else group.first)
        for _turn in range(group.count() + 1):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown" if reached.count() else "Space")
        raise AssertionError(f"the arrows do not reach {target}")

    def pick(self, target: Locator, label: str) -> None:
        """An option of a list, by its first letters."""
        self.to(target)
        self.page.keyboard.type(label)
        assert target.evaluate("list => list.selectedOptions[0].label").startswith(label)

    def press(self, target: Locator, *, leads: bool = True) -> None:
        """Enter on a link or a button."""
        self.to(target)
        self.enter(leads=leads)

    def enter(self, *, leads: bool = True) -> None:
        if not leads:
            self.page.keyboard.press("Enter")
            return
        with self.page.expect_navigation() as led:
            self.page.keyboard.press("Enter")
        assert led.value is not None and led.value.status == 200, (self.page.url, self.person.problems())
