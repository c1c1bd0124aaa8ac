"""What pages are made of; knows no domain and no table.

Component  a macro that takes plain values, kept with the examples that the gallery and tests draw
Field      a form field that draws itself with its label, hint and error, and keeps what was typed
Part       fields that belong together; a Form is a Part that is posted, a Repeated many of a kind
Draw       to fill a page's template, with the database closed
"""
