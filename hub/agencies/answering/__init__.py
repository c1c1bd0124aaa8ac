"""How an agency answers to families for what it holds of them (S13).

Basis       on what an agency rests what it does with families' information, purpose by purpose
Statement   how long it keeps things in its own systems, whom to ask and where to complain
"""
