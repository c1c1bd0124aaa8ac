"""Accounts: how somebody signs in, and nothing of who they are.

Account   one work email address with which somebody signs in; it may belong to several people
Stale     an account nobody used for so long that only the hub can wake it, the same day
"""
