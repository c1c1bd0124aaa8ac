"""Looks for passwords, keys and tokens in what git would keep. Fails with the places found."""

import re
import subprocess
import sys
from pathlib import Path

KINDS = {
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY",
    "a cloud key": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "a token": (
        r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|glpat-[\w-]{20}|xox[abpr]-[\w-]{10,}|sk_live_\w{20,})"
    ),
    "a signed token": r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}",
    "an address with a password": (
        r"\b[a-z][a-z+]*://[^\s:/@\"'{}<>$]+:(?!password@)[^\s@\"'{}<>$]{3,}@(?!(?:[\w-]+\.)*example\.org)"
    ),
    "a password written down": (
        r"(?i)\b(?:secret_key|api_?key|passw(?:or)?d|auth_?token)\b[\"']?\s*[:=]\s*"
        r"[\"'](?=[^\"'\s]*\d)[^\"'\s{}<>$]{12,}[\"']"
    ),
}
# A line that looks like a secret and is none says so, with the reason beside it.
EXCUSED = "not a secret:"


def main() -> int:
    """Gives 1 when something was found."""
    said = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = [line for name in said.split("\0") if name for line in _in_file(Path(name))]
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


def _in_file(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [
        f"{path}:{number}: looks like {kind}"
        for number, line in enumerate(lines, start=1)
        for kind, pattern in KINDS.items()
        if re.search(pattern, line[:2000]) and EXCUSED not in line
    ]


if __name__ == "__main__":
    sys.exit(main())
