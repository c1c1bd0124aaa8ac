"""The words families are asked with: what a yes can be for, and what they agree to, by language.

Purpose       one thing a yes can be for; ended and added anew, never reworded (2.74)
Wording       one version of the words in one language, checked by somebody named (S16)
Version       how many versions a language has: what two people publishing at once are told by
Behind        a translation older than the newest English words: it is not shown to families
"""
