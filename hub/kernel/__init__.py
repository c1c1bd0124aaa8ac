"""The words every other package speaks in, and nothing of any domain.

Actor        who is asking: a practitioner, a family member or a named system job
Level        how much of a family's file somebody may see: signpost, summary, plan, record
FamilyFile   proof that an actor has a family's file open; only `hub.access` makes one
Decision     yes, or no with a reason in plain English
Change       one verb: one function, one transaction, one line in the journal
Reference    what a person reads aloud or types: random, never a serial
Label        what a field holds and what becomes of its table's rows
"""
