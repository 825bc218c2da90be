"""The ready-made files for hosts are sound, and every command in them and in their pages can be typed."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest
import yaml
from conftest import PHONE, ROOT
from playwright.sync_api import Browser

from generators.cli import main

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PAGES = [*sorted((ROOT / "docs/maintain/publish").iterdir()), ROOT / "docs/maintain/settings.md"]
COMMAND = re.compile(r"python -m generators ([a-z][^\n`\"&|>]*)")
KNOWN = {
    "actions/cache@v4",
    "actions/checkout@v4",
    "actions/configure-pages@v5",
    "actions/deploy-pages@v4",
    "actions/setup-python@v5",
    "actions/upload-artifact@v4",
    "actions/upload-pages-artifact@v3",
}


def steps(path: Path) -> list[dict[str, str]]:
    jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize("path", [*WORKFLOWS, *PAGES], ids=lambda path: path.name)
def test_every_command_can_be_typed(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(main, click.Group)
    (tmp_path / "before/resources").mkdir(parents=True)  # what the workflow `test` fetches
    monkeypatch.chdir(tmp_path)
    for line in COMMAND.findall(path.read_text("utf-8")):
        words = [word for word in shlex.split(line) if not word.startswith("$") and not word.startswith("2")]
        command = main.commands[words[0]]
        command.make_context(words[0], words[1:])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_sound(path: Path) -> None:
    for step in steps(path):
        assert step.get("uses", "actions/checkout@v4") in KNOWN
        if "run" in step:
            subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)
            assert "${{" not in step["run"], "what others write must not stand in a command"


def test_nothing_is_published_before_somebody_turns_it_on() -> None:
    for name, switch in (("publish", "vars.HANDRAIL_PUBLISH == 'yes'"), ("rebuild", "vars.HANDRAIL_REBUILD == 'yes'")):
        jobs = yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"))["jobs"]
        for job in jobs.values():
            assert job.get("if") == switch or job.get("needs") == "build"
    preview = yaml.safe_load((ROOT / ".github/workflows/preview.yml").read_text("utf-8"))
    assert preview["permissions"] == {"contents": "read"}


def test_the_other_hosts_files_can_be_read() -> None:
    folder = ROOT / "docs/maintain/publish"
    assert tomllib.loads((folder / "netlify.toml").read_text("utf-8"))["build"]["publish"] == "site"
    pages = yaml.safe_load((folder / "gitlab-ci.yml").read_text("utf-8"))["pages"]
    assert pages["artifacts"]["paths"] == ["public"]


def test_the_preview_says_in_plain_words_what_is_wrong(small: Path, tmp_path: Path) -> None:
    """The step as the host runs it, on data with a mistake."""
    shutil.copytree(small, tmp_path / "resources")
    service = tmp_path / "resources/us/services/pantry.yaml"
    service.write_text(service.read_text("utf-8").replace("412-555-0123", "412-555-012"), "utf-8")
    script = next(
        step["run"] for step in steps(ROOT / ".github/workflows/preview.yml") if "check >" in step.get("run", "")
    )
    summary = tmp_path / "summary.md"
    paths = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "GITHUB_STEP_SUMMARY": str(summary), "PYTHONPATH": str(ROOT), "PATH": paths}
    run = subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert run.returncode == 1
    said = summary.read_text("utf-8")
    assert said.startswith("### The data has something to mend\n") and "resources/us/services/pantry.yaml:16: " in said
    assert "1 to mend" in said


def test_a_family_walks_a_site_under_a_sub_path(site_url: str, browser: Browser) -> None:
    """Home, need, service, search, check: nothing may ask for an address above /handrail/."""
    assert site_url.endswith("/handrail/")
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.set_default_timeout(15_000)
    outside: list[str] = []
    failed: list[str] = []
    page.on(
        "request", lambda request: None if request.url.startswith((site_url, "data:")) else outside.append(request.url)
    )
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(site_url)
    page.locator('main a[href*="needs/"]').first.click()
    page.wait_for_url(f"{site_url}needs/**")
    page.locator('main a[href*="services/"]').first.click()
    page.wait_for_url(f"{site_url}services/**")
    page.goto(f"{site_url}search/#q=food")
    page.locator('main a[href*="services/"]').first.wait_for()
    page.goto(f"{site_url}check/")
    page.locator("main button:visible").first.wait_for()
    page.goto(f"{site_url}es/plan/")
    page.wait_for_load_state("networkidle")
    context.close()
    assert (outside, failed) == ([], [])
