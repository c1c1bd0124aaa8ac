"""The story: made-up people, for trying the hub out and for measuring it. None of them is real.

Cast    the few families that each show one thing, the same as in the tests
County  200,000 families and a million people, loaded at once, for measuring
"""
