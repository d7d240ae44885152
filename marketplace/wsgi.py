"""The WSGI application for any application server."""

import os

from django.core.wsgi import get_wsgi_application

from marketplace.environment import environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"marketplace.settings.{environment.mode}")
application = get_wsgi_application()
