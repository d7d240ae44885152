"""What does not suit a small screen: pages that are wider than it, targets that a finger misses."""

from playwright.sync_api import Page

SMALLEST = 24
SMALL_TARGETS = """smallest => [
    ...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary"),
  ].filter((one) => {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (!box.width || box.width <= 2 || style.visibility === "hidden" || one.disabled) return false;
    if (box.width >= smallest && box.height >= smallest) return false;
    if (one.closest("label")?.getBoundingClientRect().height >= smallest) return false;
    if (style.display.startsWith("inline") && one.tagName === "A") return false;
    return !one.checkVisibility || one.checkVisibility();
  }).map((one) => `${one.tagName.toLowerCase()} ${one.name || one.textContent.trim().slice(0, 30)}`)"""
"""Links within a line of text are excepted by WCAG 2.2 (2.5.8)."""
STICKS_OUT = """() => {
  const beyond = document.scrollingElement.scrollWidth - innerWidth;
  if (beyond <= 0) return "";
  const isWide = (one) => one.getBoundingClientRect().right > innerWidth + 1;
  const wide = [...document.querySelectorAll("main *")].find(isWide);
  return `${beyond} pixels, ${wide ? `${wide.tagName.toLowerCase()}.${wide.className}` : "outside of main"}`;
}"""


def too_wide(page: Page) -> str:
    """By how much the page is wider than its window, and what begins it; nothing when it fits."""
    return str(page.evaluate(STICKS_OUT))


def too_small(page: Page) -> list[str]:
    """What one can press that is smaller than 24 pixels."""
    return [str(one) for one in page.evaluate(SMALL_TARGETS, SMALLEST)]
