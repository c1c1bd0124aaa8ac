"""Sealed identities: who somebody was, or that they are here at all, for two people alone (S7).

Sealed    one identity taken out of a family's file, known by its code
Keeper    one of the two named people who may open it, since when and until when
Look      that one of them opened it, when and why: its journal, apart from every other
"""
