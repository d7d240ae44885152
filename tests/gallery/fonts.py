"""Which fonts this machine draws the pages with: pictures of text can only be compared where they are the same."""

import subprocess

FAMILIES = (
    "sans-serif",
    "serif",
    "monospace",
    "system-ui",
    "sans-serif:lang=ja",
    "sans-serif:lang=ko",
    "sans-serif:lang=zh-cn",
)


def fonts_here() -> str:
    """A line for each: the family that is asked for and the file that is taken."""
    return "".join(f"{family}: {_match(family)}\n" for family in FAMILIES)


def _match(family: str) -> str:
    try:
        asked = subprocess.run(  # a constant
            ["fc-match", "--format=%{family[0]} %{fontversion}", family],  # fontconfig's own
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    except FileNotFoundError:
        return "unknown"
    return asked.stdout
