"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from claimcheck.errors import UsageError


def replace_file(path: Path, content: str | bytes, *, mode: int = 0o644) -> None:
    """Put a whole file in the place of another in one step, whoever else writes it at the same time.

    `mode` is for a new file; one that is replaced hands its own on. Raises UsageError where the disk says no.
    """
    try:
        _replace(path, content.encode() if isinstance(content, str) else content, mode)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from None


def _replace(path: Path, data: bytes, mode: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else mode)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
