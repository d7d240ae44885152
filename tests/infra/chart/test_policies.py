"""What every rendering of the chart has to hold, whatever its values."""

from typing import Any

import pytest

from tests.infra.rendered import EXAMPLES, objects, of_kind

pytestmark = [pytest.mark.services, pytest.mark.parametrize("example", EXAMPLES)]


def pods(example: str) -> list[tuple[str, dict[str, Any]]]:
    """Name of the object and its pod template, of everything that starts pods."""
    return [(one["metadata"]["name"], one["spec"]["template"]) for one in of_kind(example, "Deployment", "Job")]


def matches(selector: dict[str, Any], labels: dict[str, str]) -> bool:
    wanted = selector.get("matchLabels", {})
    if any(labels.get(key) != value for key, value in wanted.items()):
        return False
    for rule in selector.get("matchExpressions", []):
        assert rule["operator"] == "NotIn"
        if labels.get(rule["key"]) in rule["values"]:
            return False
    return True


def test_every_container_is_bounded_and_may_nothing(example: str) -> None:
    for name, template in pods(example):
        assert template["spec"]["automountServiceAccountToken"] is False, name
        security = template["spec"]["securityContext"]
        assert security["runAsNonRoot"] and security["runAsUser"] > 0, name
        assert security["seccompProfile"] == {"type": "RuntimeDefault"}, name
        for container in template["spec"]["containers"]:
            own = container["securityContext"]
            assert own["readOnlyRootFilesystem"] is True and own["allowPrivilegeEscalation"] is False, name
            assert own["capabilities"] == {"drop": ["ALL"]}, name
            for bound in ("requests", "limits"):
                assert set(container["resources"][bound]) == {"cpu", "memory"}, name


def test_every_image_can_be_named_again(example: str) -> None:
    for name, template in pods(example):
        for container in template["spec"]["containers"]:
            image = container["image"]
            assert "@sha256:" in image or ":" in image.rpartition("/")[2], (name, image)
            assert not image.endswith(":latest"), name


def test_selectors_find_their_own_pods_and_no_others(example: str) -> None:
    labels = {name: template["metadata"]["labels"] for name, template in pods(example)}
    for deployment in of_kind(example, "Deployment"):
        name = deployment["metadata"]["name"]
        assert [other for other in labels if matches(deployment["spec"]["selector"], labels[other])] == [name]
    for budget in of_kind(example, "PodDisruptionBudget"):
        name = budget["metadata"]["name"]
        assert [other for other in labels if matches(budget["spec"]["selector"], labels[other])] == [name]
    for service in of_kind(example, "Service"):
        found = [other for other in labels if matches({"matchLabels": service["spec"]["selector"]}, labels[other])]
        assert found == [service["metadata"]["name"]]


def test_a_budget_always_lets_one_pod_go(example: str) -> None:
    least = {one["metadata"]["name"]: one["spec"].get("replicas") for one in of_kind(example, "Deployment")}
    for scaler in of_kind(example, "HorizontalPodAutoscaler"):
        target = scaler["spec"]["scaleTargetRef"]["name"]
        assert least[target] is None, f"{target}: a Deployment that is scaled must not say its number too"
        least[target] = scaler["spec"]["minReplicas"]
    for budget in of_kind(example, "PodDisruptionBudget"):
        wanted = budget["spec"].get("minAvailable")
        assert wanted is None or wanted < (least[budget["metadata"]["name"]] or 0), budget["metadata"]["name"]


def test_nobody_speaks_unless_a_policy_says_so(example: str) -> None:
    policies = of_kind(example, "NetworkPolicy")
    for name, template in pods(example):
        labels = template["metadata"]["labels"]
        mine = [policy["spec"] for policy in policies if matches(policy["spec"]["podSelector"], labels)]
        assert any(set(policy["policyTypes"]) == {"Ingress", "Egress"} for policy in mine), name
        entered = [policy for policy in mine if policy.get("ingress")]
        component = labels["app.kubernetes.io/component"]
        measured = component.startswith("worker-") and example == "large"
        assert bool(entered) == (component == "web" or measured), name
        for rule in (rule for policy in entered for rule in policy["ingress"]):
            assert rule["from"] and rule["ports"], name


def test_a_migration_runs_first_and_finds_what_it_needs(example: str) -> None:
    """Hooks come before the release's own objects: a Job must not name one of those."""
    hooks = [one for one in objects(example) if "helm.sh/hook" in one["metadata"].get("annotations", {})]
    (job,) = [one for one in hooks if one["kind"] == "Job"]
    weights = {one["metadata"]["name"]: int(one["metadata"]["annotations"]["helm.sh/hook-weight"]) for one in hooks
               if one["kind"] in {"ConfigMap", "Secret"}}  # fmt: skip
    spec = job["spec"]["template"]["spec"]
    named = [source["configMapRef"]["name"] for source in spec["containers"][0]["envFrom"]]
    named += [volume["secret"]["secretName"] for volume in spec["volumes"] if "secret" in volume]
    for name in named:
        assert name == "marketplace-secrets" or weights[name] < 0, name
    assert spec["serviceAccountName"] == "default"


def test_no_secret_stands_in_settings_or_arguments(example: str) -> None:
    secret = {"SECRET_KEY", "SEALING_KEYS", "DATABASE_URL", "REDIS_URL", "MAIL_URL", "STRIPE_SECRET_KEY"}
    for settings in of_kind(example, "ConfigMap"):
        assert not secret & set(settings["data"])
    for _, template in pods(example):
        for container in template["spec"]["containers"]:
            assert {one["name"] for one in container.get("env", [])} <= {"PROMETHEUS_MULTIPROC_DIR", "METRICS_LISTEN"}
            assert {"name": "secrets", "mountPath": "/run/secrets", "readOnly": True} in container["volumeMounts"]


def test_there_is_a_worker_for_every_queue_and_one_clock(example: str) -> None:
    arguments = [" ".join(template["spec"]["containers"][0]["args"]) for _, template in pods(example)]
    queues = {word.removeprefix("--queues=") for line in arguments for word in line.split() if "--queues=" in word}
    assert queues == {"money", "index", "mail", "media", "tracking", "default"}
    (beat,) = [one for one in of_kind(example, "Deployment") if one["metadata"]["name"].endswith("-beat")]
    assert beat["spec"]["replicas"] == 1 and beat["spec"]["strategy"] == {"type": "Recreate"}


def test_web_is_replaced_without_a_gap(example: str) -> None:
    (web,) = [one for one in of_kind(example, "Deployment") if one["metadata"]["name"].endswith("-web")]
    assert web["spec"]["strategy"]["rollingUpdate"] == {"maxUnavailable": 0, "maxSurge": 1}
    container = web["spec"]["template"]["spec"]["containers"][0]
    assert container["readinessProbe"]["httpGet"]["path"] == "/health/ready"
    assert {"startupProbe", "livenessProbe", "lifecycle"} <= set(container)
    assert web["spec"]["template"]["spec"]["terminationGracePeriodSeconds"] >= 8 + 35
