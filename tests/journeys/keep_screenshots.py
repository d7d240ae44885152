"""Keep some pictures of ``test_screenshots.py`` for the README: ``python -m tests.journeys.keep_screenshots``."""

import io
from pathlib import Path

from PIL import Image

PROJECT = Path(__file__).parents[2]
TAKEN, KEPT = PROJECT / "build" / "screenshots", PROJECT / "infra" / "screenshots"
CHOSEN = (
    "home", "home-dark", "home-telephone", "search-vi", "search-ja", "search-nl",
    "product", "checkout-review", "order", "trace", "fair",
    "seller-today", "seller-product-prices", "operator-home", "expo-plan",
)  # fmt: skip
TALLEST = 900
LARGEST = 150_000
QUALITIES = (82, 74, 66, 58, 50)


def main() -> None:
    """The top of each page as WebP, in the best quality that is small enough to be kept in the repository."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for name in CHOSEN:
        with Image.open(TAKEN / f"{name}.png") as taken:
            picture = taken.convert("RGB").crop((0, 0, taken.width, min(taken.height, TALLEST)))
        content = next(webp for quality in QUALITIES if len(webp := as_webp(picture, quality)) < LARGEST)
        (KEPT / f"{name}.webp").write_bytes(content)
        print(f"{name}.webp {len(content) // 1000} kB")  # noqa: T201  # a command for people


def as_webp(picture: Image.Image, quality: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=quality, method=6)
    return file.getvalue()


if __name__ == "__main__":
    main()
