"""What a page weighs, when its largest piece is painted and whether anything shifts, on a slow telephone and line."""

import statistics
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, CDPSession, Page

PHONE: dict[str, Any] = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True}
LINE = {"offline": False, "latency": 165, "downloadThroughput": 8.1e6 / 8, "uploadThroughput": 1.35e6 / 8}
"""Chromium's own "Fast 4G": 165 ms for each request, 8.1 Mbit/s down."""
SLOWER = 4
"""Times that the processor is slowed."""
TIMES = 3
WATCH = """() => {
  globalThis.audit = {paint: 0, piece: "", shift: 0};
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) {
    audit.paint = entry.startTime; audit.piece = entry.element?.localName ?? ""; } }
  ).observe({type: "largest-contentful-paint", buffered: true});
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) audit.shift += entry.value; }
  ).observe({type: "layout-shift", buffered: true});
}"""
SCROLL = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 400) {
    scrollTo(0, y); await new Promise((done) => setTimeout(done, 60)); } }"""


@dataclass(frozen=True, slots=True)
class Speed:
    html_bytes: int
    """The document as it travels, with its headers."""
    first_bytes: int
    """Everything loaded before anybody scrolls."""
    whole_bytes: int
    """Everything down to the foot of the page, every picture shown."""
    paint_ms: float
    """The largest paint."""
    shift: float
    """All that moved, down to the foot."""


async def speed(browser: Browser, url: str) -> Speed:
    """Each time with nothing kept from before; of the times the quickest, as a busy machine only makes it slower."""
    runs = [await _once(browser, url) for _ in range(TIMES)]
    return Speed(
        html_bytes=round(statistics.median(run.html_bytes for run in runs)),
        first_bytes=round(statistics.median(run.first_bytes for run in runs)),
        whole_bytes=max(run.whole_bytes for run in runs),
        paint_ms=min(run.paint_ms for run in runs),
        shift=max(run.shift for run in runs),
    )


async def _once(browser: Browser, url: str) -> Speed:
    context = await browser.new_context(**PHONE)
    page = await context.new_page()
    await page.add_init_script(f"({WATCH})()")
    session = await slowed(page)
    kinds: dict[str, str] = {}
    weights: dict[str, int] = {}
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    session.on(
        "Network.loadingFinished", lambda event: weights.update({event["requestId"]: event["encodedDataLength"]})
    )
    await page.goto(url, wait_until="networkidle")
    first = sum(weights.values())
    paint = await page.evaluate("audit.paint")
    await page.evaluate(SCROLL)
    await page.wait_for_load_state("networkidle")
    shift = await page.evaluate("audit.shift")
    await context.close()
    documents = [weights[one] for one, kind in kinds.items() if kind == "Document" and one in weights]
    return Speed(round(sum(documents)), round(first), round(sum(weights.values())), round(paint), round(shift, 4))


async def slowed(page: Page) -> CDPSession:
    """The page's browser with a slow processor and line, and an ear on what travels."""
    session = await page.context.new_cdp_session(page)
    await session.send("Network.enable")
    await session.send("Network.emulateNetworkConditions", LINE)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return session
