"""The outbox's one table. Pages put messages in and never read them; the worker sends them."""

from django.db import models
from django.db.models import F, Q

from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


@labelled(
    level="none: pages may only add; the worker reads and sends",
    held_back="never: a message holds nothing of a family",
    merge="not merged",
    expires="its values are emptied when it is sent; the row is deleted after seven days",
    erased="with its expiry",
    nothing_personal="id template created_at not_before began_at sent_at tries last_error",
    identity="to",
    sensitive="context",
)
class Message(models.Model):
    """A mail to one address. `context` may hold a sign-in code until the message is sent.

    `began_at` without `sent_at` is a message that was being handed over: if nobody comes back to
    it, whether it left is not known, and it is not sent again.
    """

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    template = models.SlugField(max_length=60)
    to = models.EmailField(max_length=254)
    context = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    not_before = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before"], condition=Q(began_at=None), name="messages_that_wait"
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="message_is_sent_after_it_began",
                condition=Q(sent_at=None) | Q(began_at__isnull=False, sent_at__gte=F("began_at")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.pk}"
