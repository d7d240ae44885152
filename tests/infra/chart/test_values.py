"""Values that would start something unsafe or nothing are refused before anything is rendered."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.infra.rendered import INFRA, validate

pytestmark = pytest.mark.services
CHART = INFRA / "chart"


def smallest() -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load((CHART / "examples" / "smallest.yaml").read_text())
    return values


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("image.tag", "latest"),
        ("image.tag", ""),
        ("settings.PUBLIC_URL", "http://market.example.com"),
        ("settings.ALLOWED_HOSTS", "*"),
        ("settings.SECRET_KEY", "in-the-open"),
        ("secret.existing", ""),
        ("ingress.host", ""),
        ("web.replica", 3),
        ("web.replicas", "three"),
        ("workers.letters", {"replicas": 1, "concurrency": 1}),
        ("network.database.cidrs", ["everywhere"]),
    ],
)
def test_refused(tmp_path: Path, path: str, value: object) -> None:
    values = copy.deepcopy(smallest())
    *folders, last = path.split(".")
    place = values
    for folder in folders:
        place = place.setdefault(folder, {})
    place[last] = value
    file = tmp_path / "values.yaml"
    file.write_text(yaml.safe_dump(values))
    done = validate("chart", str(CHART), str(file), str(tmp_path / "out.yaml"))
    assert done.returncode == 1, done.stdout
    assert not (tmp_path / "out.yaml").exists()


def test_a_field_that_kubernetes_does_not_have_is_a_failure(tmp_path: Path) -> None:
    """Shown with a chart of one object, whose field is misspelt."""
    chart = tmp_path / "chart"
    (chart / "templates").mkdir(parents=True)
    (chart / "Chart.yaml").write_text(
        "apiVersion: v2\nname: planted\nversion: 1.0.0\nicon: https://example.com/i.png\n"
    )
    (chart / "values.yaml").write_text("{}\n")
    (chart / "templates" / "account.yaml").write_text(
        "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: planted}\nautomountServiceAcountToken: false\n"
    )
    done = validate("chart", str(chart), str(chart / "values.yaml"), str(tmp_path / "out.yaml"))
    assert done.returncode == 1
    assert "automountServiceAcountToken" in done.stderr
