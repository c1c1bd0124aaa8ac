"""Intake: how a family comes to be in the hub.

Draft          what a practitioner has typed so far; theirs alone, expires, is never searched (S11)
Registration   the moment a draft with a yes becomes a family with a reference
Practice       a draft of a family that somebody made up to try the form; it never becomes one
Arrival        a family that came to the hub and waits in its queue; see the package `arrivals`
JoinQuestion   that somebody asks to join the team of a family; see the package `joining`
Sought         advice that a practitioner asked for of the access team; see the package `sought`
"""
