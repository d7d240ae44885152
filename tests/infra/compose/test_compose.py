"""What the composed host has to hold; the file itself was loaded as docker compose loads it."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.infra.rendered import INFRA, compose_services

OFFICIAL_AS_ROOT = {"postgres"}  # its entrypoint steps down by itself, with four capabilities
WRITES_BESIDE_ITS_PROGRAMS = {"search"}


@pytest.mark.services
def test_every_service_is_bounded_and_may_little() -> None:
    for name, service in compose_services().items():
        limits = service["deploy"]["resources"]["limits"]
        assert limits["cpus"] and limits["memory"], name
        assert service["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert service.get("read_only", False) or name in WRITES_BESIDE_ITS_PROGRAMS, name
        assert not service["user"].startswith("0") if "user" in service else name in OFFICIAL_AS_ROOT, name
        assert re.search(r":[0-9]", service["image"]) and not service["image"].endswith(":latest"), name


@pytest.mark.services
def test_only_the_proxy_is_reached_and_tables_come_first() -> None:
    services = compose_services()
    assert [name for name, service in services.items() if service.get("ports")] == ["proxy"]
    ours = {name for name, service in services.items() if service["image"].startswith("registry.example.com/")}
    for name in ours - {"migrate"}:
        assert services[name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully", name
    assert services["migrate"]["depends_on"]["postgres"]["condition"] == "service_healthy"
    queues = {word for name in ours if name.startswith("worker-") for word in services[name]["command"][5:6]}
    assert queues == {"money", "index", "mail", "media", "tracking", "default"}


def test_secrets_are_drawn_once(tmp_path: Path) -> None:
    script = INFRA / "compose" / "make_secrets.sh"
    subprocess.run([script, tmp_path / "secrets"], check=True, stdout=subprocess.DEVNULL)
    first = {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}
    assert len(first["SECRET_KEY"]) == 64 and first["SECRET_KEY"] != first["SEALING_KEYS"]
    assert first["POSTGRES_PASSWORD"] in first["DATABASE_URL"]
    assert first["STRIPE_SECRET_KEY"] == ""
    subprocess.run([script, tmp_path / "secrets"], check=True, stdout=subprocess.DEVNULL)
    assert {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()} == first
    assert (tmp_path / "secrets").stat().st_mode & 0o077 == 0


def test_the_entrypoint_reads_secrets_and_becomes_the_command(tmp_path: Path) -> None:
    (tmp_path / "SECRET_KEY").write_text("a b\"c$d'e\n")
    (tmp_path / "lower-case").write_text("no variable")
    done = subprocess.run(
        [INFRA / "container" / "entrypoint.sh", "sh", "-c", 'printf "%s|%s" "$SECRET_KEY" "$$"'],
        env={"PATH": os.environ["PATH"], "CREDENTIALS_DIRECTORY": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    secret, _, _ = done.stdout.partition("|")
    assert secret == "a b\"c$d'e"


def test_the_command_gets_the_signals(tmp_path: Path) -> None:
    process = subprocess.Popen([INFRA / "container" / "entrypoint.sh", "sleep", "60"], env={"PATH": os.environ["PATH"]})
    try:
        process.terminate()
        assert process.wait(20) == -15
    finally:
        process.kill()
