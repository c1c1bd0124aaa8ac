"""What all changes of agencies and people need: rows locked, edited on top of a version."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Model

from hub.agencies.models import RoleGrant
from hub.agencies.rules import ADMINISTRATOR
from hub.kernel.conflicts import refuse_if_changed
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles

M = TypeVar("M", bound=Model)


def locked(model: type[M], pk: int) -> M:
    """A row, locked until the transaction ends. Raises NotInYourFiles when there is none."""
    row = model._default_manager.select_for_update().filter(pk=pk).first()
    if row is None:
        raise NotInYourFiles
    return row


def edit(row: Any, *, edited: int, wanted: Mapping[str, object]) -> None:
    """Save these fields of a locked row and count its version up.

    Takes plain values by column name. Raises Conflict when `edited` is not the row's version.
    """
    stands = {name: getattr(row, name) for name in wanted}
    refuse_if_changed(stands=stands, wanted=wanted, version=row.version, edited=edited)
    for name, value in wanted.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=[*wanted, "version"])


def touch(row: Any, **fields: object) -> None:
    """Save fields of a locked row and count its version up, whoever saw which version."""
    edit(row, edited=row.version, wanted=fields)


@contextmanager
def refused_by(constraint: str, sentence: str) -> Iterator[None]:
    """Turn what a constraint refuses, also in a race of two, into the rule's own sentence."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        if getattr(diagnosis, "constraint_name", None) != constraint:
            raise
        raise NotAllowed(sentence) from None


def lock_administrators() -> None:
    """So that two administrators who end each other's role at once leave one of them."""
    present = RoleGrant.objects.filter(code=ADMINISTRATOR, until=None)
    list(present.select_for_update().order_by("id").values_list("id"))
