"""Where the index lies: ``<dir>/current`` names the folder in use, ``index-<shape>-<time>/``.

A rebuild writes a new folder and then replaces ``current`` in one step, so that searches go on meanwhile; readers
notice at their next request.
"""

import shutil
import time
from pathlib import Path

from tantivy import Index

from catalog.search.backends.base import SearchUnavailable
from catalog.search.backends.tantivy.schema import ANALYZER, SHAPE, analyzer, build_schema


class IndexFolder:
    """The folder of one host, with the reader of this process kept open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: tuple[str, Index] | None = None

    def current(self) -> str | None:
        """The name of the index in use; ``None`` when there is none, or one of another shape."""
        try:
            name = (self.path / "current").read_text().strip()
        except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
            return None
        right_shape = name.startswith(f"index-{SHAPE}-") and "/" not in name
        return name if right_shape and (self.path / name / "meta.json").exists() else None

    def reader(self) -> Index:
        """The current index with everything that has been committed. Raises `SearchUnavailable`."""
        name = self.current()
        if name is None:
            raise SearchUnavailable("there is no search index yet")
        if self._opened is None or self._opened[0] != name:
            self._opened = (name, open_index(self.path / name))
        index = self._opened[1]
        index.reload()
        return index

    def forget(self) -> None:
        """Open the index anew at the next reading."""
        self._opened = None

    def new(self) -> Path:
        path = self.path / f"index-{SHAPE}-{time.time_ns()}"
        path.mkdir(parents=True)
        return path

    def switch_to(self, name: str) -> None:
        """Searches that are under way keep the folder before this one; older ones go."""
        before = self.current()
        pointer = self.path / "current.new"
        pointer.write_text(name)
        pointer.replace(self.path / "current")
        for old in self.path.glob("index-*"):
            if old.name not in {name, before}:
                shutil.rmtree(old, ignore_errors=True)


def open_index(path: Path) -> Index:
    """Raises `SearchUnavailable`."""
    try:
        index = Index(build_schema(), path=str(path))
    except (ValueError, OSError) as broken:
        raise SearchUnavailable(f"the search index cannot be opened: {broken}") from broken
    index.register_tokenizer(ANALYZER, analyzer())
    index.config_reader("manual")
    return index
