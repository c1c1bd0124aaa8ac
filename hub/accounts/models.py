"""The account one signs in with. It has no name, no role and no family: those are elsewhere."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; without a password one signs in by a code sent to the address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        """A new account for an email address. Raises IntegrityError when there is one already."""
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save(using=self._db, force_insert=True)
        return account


@labelled(
    level="none: read before anybody is signed in",
    held_back="never: holds no fact of a family",
    merge="not merged",
    expires="closed when its last practitioner leaves; stale after 90 days unused",
    erased="with the last person it belongs to",
    nothing_personal="id is_active last_login opened_at revived_at password version",
    identity="email",
)
class Account(AbstractBaseUser):
    """An email address that signs in. `revived_at` is when the hub last woke it."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    email = models.EmailField("work email address", max_length=254, unique=True)
    is_active = models.BooleanField(default=True)
    opened_at = models.DateTimeField(auto_now_add=True)
    revived_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="email_is_kept_in_lower_case", condition=Q(email=Lower("email"))
            )
        ]

    def __str__(self) -> str:
        return f"account {self.pk}"


@labelled(
    level="none: counts attempts before anybody is signed in",
    held_back="never: holds no fact of a family",
    merge="not merged",
    expires="expires_at, deleted nightly",
    erased="with its expiry",
    nothing_personal="key value expires_at",
)
class Limit(models.Model):
    """Recent attempts of one kind from one place; `key` is a fingerprint of both."""

    key = models.CharField(primary_key=True, max_length=64)
    value = models.JSONField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key[:8]
