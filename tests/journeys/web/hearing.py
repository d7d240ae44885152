"""What a screen reader is given of a page: the browser's own accessibility tree, in its order."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

LANDMARKS = {"banner", "navigation", "main", "contentinfo", "complementary", "search", "region"}
CONTROLS = {
    "button", "link", "textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "spinbutton", "slider",
    "switch", "menuitem", "tab", "DisclosureTriangle",
}  # fmt: skip
OUT_OF_ORDER = """() => {
  const found = [];
  const shown = (one) => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const flows = !["absolute", "fixed", "sticky"].includes(style.position) && style.float === "none";
    return flows && box.width > 2 && box.height > 2 && style.visibility !== "hidden" ? box : null;
  };
  for (const parent of document.querySelectorAll("body, body *:not(svg, svg *, table, table *, select *)")) {
    let last = null;
    for (const child of parent.children) {
      const box = shown(child);
      if (!box) continue;
      const above = last && box.bottom <= last.box.top + 1;
      const beside = last && box.top < last.box.bottom - 2 && last.box.top < box.bottom - 2;
      const left = beside && box.right <= last.box.left + 1;
      const called = (one) => `${one.tagName.toLowerCase()}.${one.className}`;
      if (above || left) found.push(`${called(child)} ${above ? "above" : "left of"} ${called(last.child)}`);
      last = { child, box };
    }
  }
  return found;
}"""


@dataclass(frozen=True, slots=True)
class Node:
    role: str
    name: str
    level: int
    properties: dict[str, Any]


def hear(page: Page) -> list[Node]:
    """Everything that is not ignored, from the first to the last word."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    root = next(node for node in nodes.values() if "parentId" not in node)
    return list(_in_order(root, nodes))


def _in_order(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> Iterator[Node]:
    if not node.get("ignored"):
        properties = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        role, name = node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "")
        yield Node(role, str(name).strip(), int(properties.get("level", 0)), properties)
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _in_order(nodes[child], nodes)


def problems(page: Page) -> list[str]:
    """What somebody who listens would stumble over; empty when nothing."""
    heard = hear(page)
    return [*_headings(heard), *_landmarks(heard), *_names(heard), *page.evaluate(OUT_OF_ORDER)]


def _headings(heard: list[Node]) -> Iterator[str]:
    levels = [node.level for node in heard if node.role == "heading"]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"a heading of level {below} after one of level {above}"


def _landmarks(heard: list[Node]) -> Iterator[str]:
    marks = Counter((node.role, node.name) for node in heard if node.role in LANDMARKS)
    for role in ("banner", "main", "contentinfo"):
        if (count := sum(number for (one, _name), number in marks.items() if one == role)) != 1:
            yield f"{count} landmarks {role}"
    for (role, name), count in marks.items():
        several = sum(number for (one, _name), number in marks.items() if one == role) > 1
        if count > 1 or (several and not name):
            yield f"{count} landmarks {role} named {name!r}"


def _names(heard: list[Node]) -> Iterator[str]:
    for node in heard:
        if node.role in CONTROLS and not node.name:
            yield f"a {node.role} without a name"
        if node.role == "image" and not node.name:
            yield "a picture without a name that is not decoration"
