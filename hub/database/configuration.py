"""What the hub's own cluster is told: quiet logs, no network, sizes for a small machine."""

import os
import shutil
from pathlib import Path
from typing import Final

_NAME: Final = "hub.conf"

# No statement, no value and no detail line reaches a log: they would hold names and birth dates.
_QUIET: Final = {
    "log_statement": "none",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
    "log_temp_files": "-1",
    "log_autovacuum_min_duration": "-1",
    "log_lock_waits": "off",
    "log_checkpoints": "off",
    "log_connections": "off",
    "log_timezone": "UTC",
    "track_activity_query_size": "100",
}
_SMALL: Final = {
    "max_connections": "60",
    "work_mem": "16MB",
    "max_wal_size": "2GB",
    "checkpoint_completion_target": "0.9",
    "random_page_cost": "1.1",
    "jit": "off",
    "timezone": "UTC",
}


def write(cluster: Path, sockets: Path) -> None:
    """Write the settings file into the cluster's folder and have its own one read it last."""
    values = {
        "listen_addresses": "",
        "unix_socket_directories": str(sockets),
        "unix_socket_permissions": "0700",
        "cluster_name": "family-hub",
        **_QUIET,
        **_SMALL,
        **_memory(),
    }
    if os.environ.get("HUB_POSTGRES_THROWAWAY") == "1":  # tests' clusters: power loss is no matter
        values |= {"fsync": "off", "full_page_writes": "off"}
    lines = [f"{name} = {_quoted(value)}\n" for name, value in values.items()]
    (cluster / _NAME).write_text("".join(lines), encoding="utf-8")
    main = cluster / "postgresql.conf"
    include = f"include = '{_NAME}'\n"
    text = main.read_text(encoding="utf-8")
    if not text.endswith(include):
        main.write_text(f"{text.replace(include, '')}\n{include}", encoding="utf-8")


def _memory() -> dict[str, str]:
    megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1_000_000
    roomy = megabytes > 4000
    values = {
        "shared_buffers": "256MB" if roomy else "128MB",
        "maintenance_work_mem": "256MB" if roomy else "64MB",
        "effective_cache_size": f"{megabytes // 3}MB",
    }
    shared = Path("/dev/shm")  # noqa: S108 - looked at, not written to
    if shared.is_dir() and shutil.disk_usage(shared).total < 256_000_000:
        # Parallel workers talk through it; a container's usual 64 MB fill up and fail the query.
        values |= {"max_parallel_workers_per_gather": "0", "max_parallel_maintenance_workers": "0"}
    return values


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
