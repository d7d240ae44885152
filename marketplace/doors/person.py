"""Who opens a private address: by the API's token, or as signed in at the pages."""

from django.http import HttpRequest

from frontend.visit import ACCESS, own_cookies
from marketplace.accounts.models import User
from marketplace.accounts.tokens import actor_of
from marketplace.schema import http_context


def person_of(request: HttpRequest) -> User | None:
    caller = http_context(request).actor
    return caller if isinstance(caller, User) else actor_of(own_cookies(request).get(ACCESS, ""))
