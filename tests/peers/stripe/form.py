"""Stripe's form encoding: ``metadata[a]=1&expand[]=b&items[0][price]=c`` as nested values."""

from typing import Any
from urllib.parse import parse_qsl


def decode(text: str) -> dict[str, Any]:
    """Everything is text, as it is on the wire; ``a[]`` and ``a[0]`` become lists."""
    tree: dict[str, Any] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        _put(tree, _steps(name), value)
    return {key: _lists(value) for key, value in tree.items()}


def _steps(name: str) -> list[str]:
    head, _, rest = name.partition("[")
    return [head, *rest.removesuffix("]").split("][")] if rest else [head]


def _put(tree: dict[str, Any], steps: list[str], value: str) -> None:
    for step in steps[:-1]:
        tree = tree.setdefault(step or str(len(tree)), {})
    tree[steps[-1] or str(len(tree))] = value


def _lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {key: _lists(item) for key, item in value.items()}
    if inner and all(key.isdigit() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner
