"""One byte changed anywhere in a bundle is found: a hundred of them, of every kind, with a fixed seed."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from catalog.traceability.proof.canonical import readable_json
from catalog.traceability.proof.verifier.check_bundle import check_bundle
from tests.catalog.traceability.proof.bundle.traced_lot import Traced, files_of

pytestmark = pytest.mark.django_db
Files = dict[str, bytes]
Change = tuple[str, str, int]
"""What kind of thing is changed, in which file, and at which byte."""
HUNDRED = 100
LIST_CHECKS = {"LISTED", "SIGNED", "UNLISTED", "FORMAT"}


def test_each_of_a_hundred_planted_changes_is_found(traced: Traced) -> None:
    files = files_of(traced.for_buyers)
    assert all(finding.holds is not False for finding in check_bundle(files))
    changes = planted(files, drawn(20261122))
    assert len(changes) == HUNDRED
    assert {kind for kind, _name, _at in changes} == {
        "event", "document", "hash", "proof", "root", "signature", "commitment", "key", "program", "any",
    }  # fmt: skip
    missed = [change for change in changes if not broken(changed(files, change))]
    assert not missed


def test_each_is_found_too_by_somebody_who_can_sign_the_list_of_files_anew(traced: Traced) -> None:
    """Then the list says nothing; what was sealed, and when, still does."""
    files = files_of(traced.for_buyers)
    sealed = [c for c in planted(files, drawn(7)) if c[0] not in ("program", "any") and "manifest" not in c[1]]
    assert len(sealed) > HUNDRED // 2
    for change in sealed:
        after = broken(relisted(changed(files, change)))
        assert after - LIST_CHECKS, change


def test_the_program_itself_finds_them_where_nothing_is_installed(traced: Traced, tmp_path: Path) -> None:
    files = files_of(traced.for_buyers)
    changes = planted(files, drawn(3))
    (tmp_path / "verify.py").write_bytes(files["verify.py"])
    kept = tmp_path / "kept.json"
    kept.write_bytes(json.dumps({**json.loads(files["roots.json"]), **json.loads(files["keys.json"])}).encode())
    assert run(tmp_path, files, "--roots", str(kept), "--lang", "vi") == (0, "Tất cả đều đúng")
    for change in (changes[0], changes[40], changes[70]):
        assert run(tmp_path, changed(files, change)) == (1, "do not hold"), change


def test_every_python_from_3_9_on_runs_the_program(traced: Traced, tmp_path: Path) -> None:
    older = sorted(Path.home().glob(".pyenv/versions/3.9.*/bin/python"))
    if not older:
        pytest.skip("only on a machine with a Python 3.9 beside")
    (tmp_path / "verify.py").write_bytes(files_of(traced.whole)["verify.py"])
    assert run(tmp_path, files_of(traced.whole), python=str(older[0])) == (0, "Everything holds")


def drawn(seed: int) -> Random:
    return Random(seed)  # noqa: S311  # the same places in every run, and no secret


def planted(files: Files, chance: Random) -> list[Change]:
    """Ten of each kind: places drawn from all bytes of the kind."""
    found: list[Change] = []
    for kind, places in sorted(places_by_kind(files).items()):
        found += [(kind, *place) for place in chance.sample(places, 10)]
    return found


def places_by_kind(files: Files) -> dict[str, list[tuple[str, int]]]:
    records = [name for name in files if re.fullmatch(r"(events|files)/\d+\.json", name)]
    documents = [name for name in files if re.fullmatch(r"files/\d+\.(webp|pdf)", name)]
    return {
        "event": [*inside(files, ["epcis.json"], rb"(?s)(.+)"), *inside(files, records, rb'"value": (.+)')],
        "document": inside(files, documents, rb"(?s)(.+)"),
        "hash": inside(files, ["manifest.json"], rb'": "([0-9a-f]{64})"'),
        "proof": inside(files, records, rb'(?s)"proof": (\{.+?\})'),
        "root": inside(files, ["roots.json"], rb'"statement": "(.+)"'),
        "signature": inside(files, ["roots.json", "manifest.signature.json"], rb'"signature": "([0-9a-f]{128})"'),
        "commitment": inside(files, records, rb'(?s)"withheld": (\[.+?\])|"salt": ("[0-9a-f]{64}")'),
        "key": inside(files, ["keys.json"], rb"(?s)(.+)"),
        "program": inside(files, ["verify.py", "README.txt", "HUONG-DAN.txt"], rb"(?s)(.+)"),
        "any": [(name, at) for name in files for at in range(0, len(files[name]), 97)],
    }


def inside(files: Files, names: list[str], pattern: bytes) -> list[tuple[str, int]]:
    found = [(name, match) for name in names for match in re.finditer(pattern, files[name])]
    return [(name, at) for name, match in found for at in range(*match.span(match.lastindex or 0))]


def changed(files: Files, change: Change) -> Files:
    _kind, name, at = change
    other = (files[name][at] + 1) % 256
    return {**files, name: files[name][:at] + bytes([other]) + files[name][at + 1 :]}


def relisted(files: Files) -> Files:
    manifest = json.loads(files["manifest.json"])
    manifest["files"] = {name: hashlib.sha256(files[name]).hexdigest() for name in manifest["files"]}
    return {**files, "manifest.json": readable_json(manifest)}


def broken(files: Files) -> set[str]:
    return {finding.check for finding in check_bundle(files) if finding.holds is False}


def run(where: Path, files: Files, *arguments: str, python: str = sys.executable) -> tuple[int, str]:
    """Its number, and the words of its last line up to the first figure."""
    bundle = where / "bundle.zip"
    with zipfile.ZipFile(bundle, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    command = [python, "-I", str(where / "verify.py"), str(bundle), *(arguments or ("--lang", "en"))]
    ended = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False, encoding="utf-8")
    assert not ended.stderr
    return ended.returncode, next(words(ended.stdout))


def words(output: str) -> Iterator[str]:
    yield re.sub(r"^[\d of]+checks |[:.].*", "", output.splitlines()[-1])
