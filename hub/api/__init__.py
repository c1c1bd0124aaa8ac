"""What agencies' own systems ask the hub in JSON: one question, under the rules of the page.

Beside the sites of pages, and bound as they are: it opens, asks the domain once, and answers.
"""
