"""Tests of finding, starting and preparing PostgreSQL, and of the wall."""
