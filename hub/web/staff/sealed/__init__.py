"""Pages of sealed identities: seal one, name its two people, open it, hand it over, end it."""
