"""Which files a resources folder holds, and what the disk says of each: its number, its size, when it was written.

Who knows a file by these need not read it again, as `git` does. One that was written just before it was looked at is
not known by them: a disk may give two writings at once the same time.
"""

from __future__ import annotations

import os
from pathlib import Path

State = tuple[int, int, int, int]
AT_ONCE = 2_000_000_000  # nanoseconds: so coarse the clock of an old disk is
IMPORTS = "imports"  # the folder with what imports remember
ENDS = (".yaml", ".yml")


def scan(folder: Path) -> dict[str, State]:
    """What the disk says of each YAML file in the folder, by its name: us/services/snap.yaml.

    Without `imports`, which belongs to the import; hidden folders and links to folders are not followed.
    """
    found: dict[str, State] = {}
    todo = [("", str(folder))]
    while todo:
        inside, path = todo.pop()
        try:
            entries = os.scandir(path)
        except OSError:
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name.endswith(ENDS) and not entry.is_dir():
                    try:
                        told = entry.stat()
                    except OSError:
                        found[inside + name] = (0, 0, 0, 0)
                        continue
                    found[inside + name] = (told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns)
                elif entry.is_dir() and not entry.is_symlink():
                    if not name.startswith(".") and (inside or name != IMPORTS):
                        todo.append((f"{inside}{name}/", entry.path))
    return found


def is_settled(state: State, began: int) -> bool:
    """Was a file written well before it was looked at? `began`: when that was, in nanoseconds."""
    return max(state[2], state[3]) < began - AT_ONCE
