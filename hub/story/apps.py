"""Tells Django of this package, for its command `demo`."""

from django.apps import AppConfig


class StoryConfig(AppConfig):
    """The app `story`; it has no models."""

    name = "hub.story"
    label = "story"
