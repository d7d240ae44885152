"""The WSGI application for any application server."""

import os

from django.core.wsgi import get_wsgi_application

from marketplace.environment import environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"marketplace.settings.{environment.mode}")
_django = get_wsgi_application()

from marketplace.kept_answers import door_before  # noqa: E402  # it names tables, which are known only now

application = door_before(_django)
