"""Sharing agreements, terms of use, how agencies answer, and the notice a family is given."""
