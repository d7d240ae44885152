"""Reads a Dockerfile into stages of instructions, as far as the project's own needs: no here-documents, no ONBUILD."""

import json
import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Stage:
    name: str
    instructions: list[tuple[str, str]] = field(default_factory=list)

    def last(self, keyword: str) -> list[str]:
        """The words of an instruction in its JSON form, of which the last one counts."""
        found = [text for key, text in self.instructions if key == keyword]
        words: list[str] = json.loads(found[-1])
        return words


def read(path: Path) -> list[Stage]:
    lines = [line for line in path.read_text().splitlines() if not line.lstrip().startswith("#")]
    whole = re.sub(r"\\\n", " ", "\n".join(lines))
    stages: list[Stage] = []
    for line in filter(None, map(str.strip, whole.splitlines())):
        keyword, _, text = line.partition(" ")
        if keyword == "FROM":
            stages.append(Stage(text.partition(" AS ")[2].strip() or str(len(stages))))
        elif stages:
            stages[-1].instructions.append((keyword, text.strip()))
    return stages


def pairs(text: str) -> dict[str, str]:
    """``A=1 B="2 3"`` of ENV and LABEL, and ``NAME=default`` of ARG."""
    return dict(word.split("=", 1) for word in shlex.split(text) if "=" in word)
