"""The processes that a test begins, and whether they are gone again."""

from __future__ import annotations

import os

import pytest


def note_processes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Notes the number of each process that is begun from now on."""
    begun: list[int] = []
    fork = os.fork

    def noting() -> int:
        if pid := fork():
            begun.append(pid)
        return pid

    monkeypatch.setattr(os, "fork", noting)
    return begun


def are_gone(begun: list[int]) -> bool:
    """Was each of them waited for?"""
    return bool(begun) and not any(map(_is_ours, begun))


def _is_ours(pid: int) -> bool:
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return False
    return True
