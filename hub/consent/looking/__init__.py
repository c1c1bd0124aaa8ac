"""What whoever leads is to look at again, and from which day: one list for all that asks for it.

A change writes it down with `look_again` in the step that brings the question; pages read it with
`to_look_at`. A new kind is one line in `rules.KINDS`.
"""
