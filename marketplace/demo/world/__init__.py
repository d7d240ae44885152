"""The world's data: TOML, read as it is needed."""

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent


def read(path: str) -> dict[str, Any]:
    """The TOML file at ``path`` below this folder."""
    return tomllib.loads((FOLDER / path).read_text(encoding="utf-8"))


def read_all(folder: str) -> list[dict[str, Any]]:
    """Every TOML file of a folder, in the order of their names."""
    return [read(f"{folder}/{path.name}") for path in sorted((FOLDER / folder).glob("*.toml"))]


def read_languages(folder: str) -> dict[str, dict[str, Any]]:
    """The TOML files of a folder by the language that each is named for."""
    return {path.stem: read(f"{folder}/{path.name}") for path in sorted((FOLDER / folder).glob("*.toml"))}
