"""What has changed, side by side for whoever looks at it: before, after, and where."""

from pathlib import Path

from PIL import Image


def write_change(folder: Path, file: str, *, before: bytes, after: bytes, marked: Image.Image) -> None:
    name = file.removesuffix(".webp")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}-before.webp").write_bytes(before)
    (folder / f"{name}-after.webp").write_bytes(after)
    marked.save(folder / f"{name}-difference.png")
