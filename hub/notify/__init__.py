"""The outbox: mail that waits in the database and leaves through a job; knows no domain.

Message   one mail to one address: a template's name and plain values, nothing about a family
Queue     to put a message into the outbox, in the same transaction as what it tells of
Send      to hand a message to the mail server, at most once
Template  a text file `mail/<name>.txt` of any package: its first line is the subject
"""
