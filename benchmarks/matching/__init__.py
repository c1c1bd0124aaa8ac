"""A test population for "is this family already known?", and what is measured on it.

`households` draws people, `queries` and `absent` what is asked about them, `errors` the slips of
those who type what they hear, `fit` what a careful reader would say, `score` the figures.
"""
