"""Nightly: what is left of sessions and limits that are over."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from procrastinate.contrib.django import app

from hub.accounts.limits import LimitCache
from hub.kernel import clock


@app.periodic(cron="27 2 * * *")
@app.task(name="accounts.forget_old", queueing_lock="accounts.forget_old")
def forget_old(timestamp: int) -> None:
    """Delete sessions and limits that have expired, and where sessions were that are gone."""
    Session.objects.filter(expire_date__lt=clock.now()).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    LimitCache("", {}).forget_old()
