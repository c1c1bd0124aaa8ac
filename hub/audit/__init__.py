"""The journal: who looked at what and who changed what, kept so that nobody can change it unseen.

Line     one thing that happened: a code, who, when, which family, which rows; never a name or text
Chain    the lines of one family, or of one actor for what concerns no family, each line's hash
         made with a secret key from its own words and the hash before it
Head     a chain's last number and hash
Seal     the heads, written every five minutes to a file outside the database
Verify   works out every hash again, compares with the seals and names the first line that is wrong
Event    the code of a thing that can happen, with its plain sentence for "who has looked"
"""
