"""What gunicorn serves. Run by itself it only says whether it could, in one sentence if not."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from hub.database.trouble import DatabaseTrouble

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
try:
    application = get_wsgi_application()
except (DatabaseTrouble, ImproperlyConfigured) as trouble:
    if __name__ != "__main__":
        raise
    sys.exit(str(trouble))
