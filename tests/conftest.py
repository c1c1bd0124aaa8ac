"""What every test has: the databases of tests/databases.py."""

pytest_plugins = ["tests.databases"]
