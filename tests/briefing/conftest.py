"""The sample of the briefing, and a browser to open it in."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.briefing.html_page import render_briefing
from dragoman.model.finding import Finding
from dragoman.model.reading import Reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser

sys.path.append(str(Path(__file__).parent))  # so that tests can import the sample beside them

import sample

# Debian's Chromium in a container: no sandbox of its own, no graphics card, and nothing that calls home.
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """The hand-made readings and findings."""

    readings: list[Reading]
    findings: list[Finding]


@pytest.fixture(scope="session")
def samples() -> Sample:
    """Three documents with statements of all kinds."""
    return Sample(sample.readings(), sample.findings())


@pytest.fixture(scope="session")
def page(samples: Sample) -> str:
    """Their briefing."""
    return render_briefing(samples.readings, samples.findings)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium; without it the test skips and says how to get it, but in CI it fails."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        message = "needs Chromium: apt-get install chromium fonts-dejavu-core"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  slow to import, and only these tests need it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()
