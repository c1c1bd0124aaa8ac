"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The app that holds the custom user model."""

    name = "hub.accounts"
