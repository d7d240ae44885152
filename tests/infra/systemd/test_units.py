"""The units as systemd itself reads them, and how exposed it finds each."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.infra.rendered import INFRA

UNITS = INFRA / "systemd"
SERVICES = ("web@8001", "worker@money", "beat", "migrate", "backup-database", "backup-media", "backup-check")
HARDENED = ("web@", "worker@", "beat", "migrate")
pytestmark = pytest.mark.services


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's root with the units where its README puts them, and programs that can be found."""
    root = tmp_path_factory.mktemp("server")
    system = root / "etc" / "systemd" / "system"
    system.mkdir(parents=True)
    for kind in ("service", "timer", "target", "slice"):
        for unit in UNITS.glob(f"*.{kind}"):
            shutil.copy(unit, system)
    for name in HARDENED:
        (system / f"marketplace-{name}.service.d").mkdir()
        shutil.copy(UNITS / "hardening.conf", system / f"marketplace-{name}.service.d")
    for name in ("network-online.target", "multi-user.target", "timers.target", "sysinit.target", "basic.target",
                 "shutdown.target"):  # fmt: skip
        (system / name).write_text(f"[Unit]\nDescription={name}\n")
    for name in ("postgresql", "redis-server"):
        (system / f"{name}.service").write_text("[Service]\nExecStart=/bin/true\n")
    programs = ["opt/marketplace/entrypoint", "bin/kill", "bin/true"]
    for program in programs:
        path = root / program
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n")
        path.chmod(0o755)
    return root


def analyze(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", *arguments], capture_output=True, text=True, check=False, timeout=60,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "SYSTEMD_LOG_LEVEL": "warning"},
    )  # fmt: skip


def test_systemd_reads_every_unit(root: Path) -> None:
    services = [f"marketplace-{name}.service" for name in SERVICES]
    timers = sorted(path.name for path in UNITS.glob("*.timer"))
    done = analyze(root, "verify", "--man=no", f"--root={root}", "marketplace.target", *services, *timers)
    assert (done.returncode, done.stderr.strip()) == (0, "")


def test_a_mistake_in_a_unit_would_be_found(root: Path) -> None:
    planted = root / "etc" / "systemd" / "system" / "planted.service"
    planted.write_text("[Service]\nExecStart=/bin/true\nProtectSytem=strict\n")
    done = analyze(root, "verify", "--man=no", f"--root={root}", "planted.service")
    assert "ProtectSytem" in done.stderr


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_is_more_exposed_than_the_kept_score(root: Path, name: str) -> None:
    kept = dict(re.findall(r"\| `marketplace-([^`]+)\.service` \| ([0-9.]+) \|", (UNITS / "scores.md").read_text()))
    done = analyze(root, "security", "--offline=true", f"--root={root}", "--no-pager", f"marketplace-{name}.service")
    found = re.search(r"Overall exposure level for .*: ([0-9.]+)", done.stdout)
    assert found, done.stderr
    assert float(found[1]) <= float(kept[name])
