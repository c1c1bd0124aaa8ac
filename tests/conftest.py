"""What every test has: the databases of tests/databases.py and the browser of tests/browsers.py."""

pytest_plugins = ["tests.databases", "tests.browsers"]
