"""Advice that a practitioner asked for, of the access team or a safeguarding lead (2.93, S32).

FamilySought  about a family whose file they have open: theirs, and who leads the family reads it
OwnSought     about a family that is not here, or asked without names: theirs alone, and counted
Named         whether whoever advised was told who the family is
Decision      what the practitioner decided then, and why; it may be written down later
"""
