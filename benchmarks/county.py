"""The county in a database of its own, made when it is missing."""

import os
from contextlib import suppress
from io import StringIO

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from hub.database import bootstrap, cluster
from hub.database.urls import has_administered_database


def ready(people: int) -> None:
    """Make the county's database, tables and people where they are missing.

    A county that is there is used whatever its size, and its size is printed.
    """
    name = settings.DATABASES["default"]["NAME"]
    if not has_administered_database():
        with cluster.connect(settings.DATA_DIR) as admin:
            bootstrap.prepare(admin, name)
    os.environ["HUB_DATABASE_NAME"] = name
    django.setup()
    from hub.kernel import clock
    from hub.story.county import load

    call_command("migrate", database="owner", verbosity=0, interactive=False, stdout=StringIO())
    with suppress(load.HasCounty):
        load.build(people, seed=1, now=clock.now(), say=lambda text: print(text, flush=True))
    print(f"County: {counted('families_family'):,} families, {counted('families_person'):,} people")


def counted(table: str) -> int:
    """About how many rows a table has, from the planner's own count."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("select reltuples::bigint from pg_class where oid = %s::regclass", [table])
        return int(cursor.fetchone()[0])
