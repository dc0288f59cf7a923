"""The web entry of a real deployment: production unless the environment says otherwise."""

import os

from django.core.checks import Tags, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
os.environ.setdefault("PORTAL_ENV", "production")

application = get_wsgi_application()

# Only manage.py runs checks by itself; no server starts with a view that nobody declared a rule for.
if problems := run_checks(tags=[Tags.urls]):
    raise ImproperlyConfigured("; ".join(str(problem) for problem in problems))
