"""Descriptions: rich text cut down to what is safe anywhere it may be shown."""

import html
import re

import nh3

TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "b", "i", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td"}
_LOOKS_LIKE_HTML = re.compile(
    r"</?(p|br|ul|ol|li|strong|em|b|i|u|h[1-6]|div|span|table|a|img|script|style|iframe|svg)\b[^<>]*>", re.IGNORECASE
)
_PARAGRAPHS = re.compile(r"\n\s*\n+")


def sanitised(text: str) -> str:
    """HTML of harmless tags without any attribute. Plain text becomes paragraphs, its line breaks kept.

    ``Bàn <gỗ>`` is plain text and comes out as ``<p>Bàn &lt;gỗ&gt;</p>``; ``<p onclick=…>`` loses its attribute.
    """
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not text:
        return ""
    if not _LOOKS_LIKE_HTML.search(text):
        return _paragraphs(text)
    return nh3.clean(
        text, tags=TAGS, attributes={}, strip_comments=True, clean_content_tags={"script", "style"}
    ).strip()


def _paragraphs(text: str) -> str:
    blocks = (block.strip() for block in _PARAGRAPHS.split(text))
    return "".join(f"<p>{html.escape(block, quote=False).replace(chr(10), '<br>')}</p>" for block in blocks if block)


def plain(description: str) -> str:
    """The words of a stored description, for search and previews."""
    spaced = re.sub(r"<(?:/?(?:p|li|tr|td|th|h3|h4)|br)[^<>]*>", " ", description)
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", "", spaced)).split())
