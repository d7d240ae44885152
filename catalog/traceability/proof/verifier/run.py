"""``run``: the program itself: read a bundle, say line by line what holds, and end with a number.

0: all holds. 1: something does not. 2: nothing is wrong, but not everything is proven yet. 3: it was asked wrongly.
"""

from __future__ import annotations

import locale
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from catalog.traceability.proof.verifier import words
from catalog.traceability.proof.verifier.check_bundle import check_bundle
from catalog.traceability.proof.verifier.finding import Finding

HOLDS, DOES_NOT, OPEN, NOTHING = 0, 1, 2, 3
_MOST_BYTES = 2**30


def run(arguments: Sequence[str], here: Path) -> int:
    """``here`` is the folder to check when none is named."""
    given, options = _read(arguments)
    speech = words.LANGUAGES.index(options["--lang"]) if options["--lang"] in words.LANGUAGES else _speech()
    if given is None or options["--lang"] not in ("", *words.LANGUAGES):
        return _say(words.USAGE[speech], NOTHING)
    try:
        kept = Path(options["--roots"]).read_bytes() if options["--roots"] else None
        files = read_bundle(Path(given) if given else here)
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        return _say(f"{words.LINES['READ'][speech]}: {words.MARKS[False][speech]} ({error})", DOES_NOT)
    findings = check_bundle(files, kept)
    for finding in findings:
        _say(_line(finding, speech), HOLDS)
    if kept is None:
        _say(words.NOT_COMPARED[speech], HOLDS)
    return _sum(findings, speech)


def read_bundle(where: Path) -> dict[str, bytes]:
    """Files by name out of an archive or a folder. Raises ``ValueError`` for an archive with two of one name."""
    if where.is_dir():
        found = sorted(path for path in where.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        return {path.relative_to(where).as_posix(): path.read_bytes() for path in found}
    with zipfile.ZipFile(where) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if sum(entry.file_size for entry in entries) > _MOST_BYTES:
            raise ValueError("more than a gigabyte")
        if len({entry.filename for entry in entries}) != len(entries):
            raise ValueError("two files of one name")
        try:
            return {entry.filename: archive.read(entry) for entry in entries}
        except Exception as error:  # a broken archive ends in many ways, and each is the same to the reader
            raise ValueError(str(error)) from error


def _read(arguments: Sequence[str]) -> tuple[str | None, dict[str, str]]:
    options, given, rest = {"--roots": "", "--lang": ""}, "", list(arguments)
    while rest:
        word = rest.pop(0)
        if word in options and rest:
            options[word] = rest.pop(0)
        elif word.startswith("-") or given:
            return None, options
        else:
            given = word
    return given, options


def _line(finding: Finding, speech: int) -> str:
    mark = {True: "ok  ", False: "FAIL", None: "?   "}[finding.holds]
    said = words.LINES[finding.check][speech]
    return f"{mark} {finding.subject}: {said}: {words.MARKS[finding.holds][speech]}"


def _sum(findings: Sequence[Finding], speech: int) -> int:
    wrong = sum(finding.holds is False for finding in findings)
    waiting = sum(finding.holds is None for finding in findings)
    if wrong:
        return _say(words.BROKEN[speech] % (wrong, len(findings)), DOES_NOT)
    if waiting:
        return _say(words.SOME_OPEN[speech] % (waiting, len(findings)), OPEN)
    return _say(words.ALL_HOLDS[speech] % len(findings), HOLDS)


def _speech() -> int:
    return 1 if (locale.getlocale()[0] or "").startswith("vi") else 0


def _say(line: str, code: int) -> int:
    sys.stdout.write(f"{line}\n")
    return code
