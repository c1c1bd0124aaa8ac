"""What the machine is, in one line, to stand beside its figures."""

import os
import platform
from pathlib import Path

from django.db import connection


def described() -> str:
    """Processor, cores, memory, and the versions that matter."""
    cpu = "unknown processor"
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        cpu = names[0].partition(":")[2].strip() if names else cpu
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    with connection.cursor() as cursor:
        cursor.execute("show server_version")
        postgres = str(cursor.fetchone()[0]).split()[0]
    load = ", ".join(f"{n:.1f}" for n in os.getloadavg()[:2])
    return (
        f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GB; Python {platform.python_version()}, "
        f"PostgreSQL {postgres}; load before: {load}"
    )
