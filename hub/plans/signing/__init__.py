"""The family signs once more, for the services in its plan (2.89).

It opens nothing: what a service sees comes from the family's yes to it, and a service without one
is not signed for. What was signed is kept with the other signatures, under that yes.
"""
