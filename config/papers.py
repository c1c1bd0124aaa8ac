"""Settings of papers and signatures."""

from environs import Env

env = Env()

# The largest file, in megabytes.
PAPER_MOST_MB = env.int("HUB_PAPER_MOST_MB", default=10)
# A command that reads a file from its input: 0 nothing found, 1 something found. Off when empty.
PAPER_SCANNER = env.str("HUB_PAPER_SCANNER", default="")
# Working days until a yes that was only spoken, or not signed yet, is followed up.
SIGNATURE_DAYS = env.int("HUB_SIGNATURE_DAYS", default=20)

# An upload stays in memory until its page has judged it: an interrupted one leaves no file behind.
FILE_UPLOAD_HANDLERS = ["hub.web.uploads.InMemory"]
DATA_UPLOAD_MAX_NUMBER_FILES = 3
