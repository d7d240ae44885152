"""Letters carry bare keys in their addresses, pages the ids of the API."""

import base64
from uuid import UUID


def api_id(type_name: str, part: object) -> str:
    """The API's id of what an address names: ``Quote:…`` of a bare UUID, any other text as it is."""
    text = str(part)
    try:
        return base64.b64encode(f"{type_name}:{UUID(text)}".encode()).decode()
    except ValueError:
        return text
