"""Files that people attach, in the API."""

from typing import Any

from marketplace.graphql import Field, Int, ObjectType, Rule, String, attribute
from orders.attachments.open import signed_attachment_url
from orders.attachments.stored_file import StoredFile

THROUGH_ITS_OWNER = Rule("reaching it through what it is attached to", lambda _context, _parents: True)


class AttachedFile(ObjectType):
    """A paper or a picture, written anew when it was uploaded, so that nothing in it can act."""

    class Meta:
        access = THROUGH_ITS_OWNER

    name = Field(String, required=True)
    content_type = Field(String, required=True, description="application/pdf or image/webp.")
    size = Field(Int, required=True, description="In bytes.")
    url = Field(String, required=True, description="Opens it for an hour, for whoever has the address.")

    resolve_content_type = attribute("file_type")

    @staticmethod
    def resolve_url(file: StoredFile, info: Any) -> str:
        return signed_attachment_url(file, now=info.context.now)
