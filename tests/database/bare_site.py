"""The smallest site: settings and addresses for tests of processes, where pages do not matter."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.settings import *  # noqa: F403

INSTALLED_APPS = ["django.contrib.staticfiles", "django.contrib.contenttypes"]
MIGRATION_MODULES = {"contenttypes": None}
MIDDLEWARE = []
ROOT_URLCONF = __name__
STATICFILES_DIRS = []


def role(request: HttpRequest) -> HttpResponse:
    """Says as which role the database was asked."""
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        return HttpResponse(cursor.fetchone()[0])


urlpatterns = [path("", role)]
