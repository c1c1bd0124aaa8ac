"""The story as a Django app, for its command."""

from django.apps import AppConfig


class StoryConfig(AppConfig):
    """See the package's docstring for its words."""

    name = "hub.story"
