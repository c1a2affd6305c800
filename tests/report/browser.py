"""Pages as Chromium has them (webbläsaren): a script beside a page measures it; the page itself has none.

Each page stands in frames of its own, in each width and colour scheme, all of them in one run of the browser.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

AXE = Path(__file__).parent / "axe" / "axe.min.js"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
_PROBE = """
const decoded = text => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
const axe_source = document.querySelector("#axe")?.textContent;
async function seen(frame) {
  const page = frame.contentDocument, found = {};
  const wide = () => page.documentElement.scrollWidth - frame.clientWidth;
  found.dark = frame.contentWindow.matchMedia("(prefers-color-scheme: dark)").matches;
  found.overflow = wide();
  const rows = [...page.querySelectorAll("#statement tr")];
  const row = rows.find(each => each.textContent.includes("Årets balanskravsresultat"));
  let part = row ? row.querySelector("details") : null;
  found.opened = [];
  while (part) {
    part.querySelector("summary").click();
    found.opened.push(part.open);
    found.overflow = Math.max(found.overflow, wide());
    const link = part.querySelector(".recs a");
    if (link) found.record = page.querySelector(link.getAttribute("href"))?.innerText;
    part = part.querySelector("details");
  }
  page.querySelectorAll("details").forEach(each => { each.open = true; });
  found.overflow = Math.max(found.overflow, wide());
  found.spilt = [...page.querySelectorAll("main *:not(svg *)")]
    .filter(each => each.getBoundingClientRect().right > frame.clientWidth + 1 && !each.closest("thead, .vh"))
    .filter(each => each.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}))
    .map(each => each.outerHTML.slice(0, 120)).slice(0, 5);
  found.drawn_over = [...page.querySelectorAll("svg")].flatMap(svg => {
    const box = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].filter(each => {
      const text = each.getBoundingClientRect();
      return text.left < box.left - 1 || text.right > box.right + 1
        || text.top < box.top - 1 || text.bottom > box.bottom + 1;
    }).map(each => each.textContent);
  });
  found.amounts = page.querySelectorAll("data").length;
  if (axe_source) {
    page.querySelectorAll("details.f").forEach(each => { each.open = false; });
    const first = page.querySelector("details.f");
    if (first) first.open = true;
    found.violations = await examined(frame.contentWindow, page);
  }
  found.fetched = frame.contentWindow.performance.getEntriesByType("resource").map(each => each.name);
  return found;
}
async function examined(frame, page) {
  const script = page.createElement("script");
  script.textContent = axe_source;
  page.head.append(script);
  const result = await frame.axe.run(page, {resultTypes: ["violations"], elementRef: false});
  return result.violations.map(each => each.id + ": " + each.help + "\\n" + each.nodes.slice(0, 3)
    .map(node => "  " + node.html.slice(0, 200) + "\\n    " + node.failureSummary.replace(/\\s+/g, " ")).join("\\n"));
}
const told = what => {
  const out = document.createElement("pre");
  out.id = "seen";
  out.textContent = JSON.stringify(what);
  document.body.append(out);
};
(async () => {
  const all = [];
  for (const frame of document.querySelectorAll("iframe")) {
    const kept = decoded(document.getElementById(frame.dataset.page).innerHTML);
    // The pages let no script run; those that axe examines are copies that do.
    const open = axe_source ? kept.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "") : kept;
    await new Promise(done => { frame.addEventListener("load", done); frame.srcdoc = open; });
    all.push(await seen(frame));
    frame.remove();
  }
  told(all);
})().catch(error => told(String(error)));
"""


class View(NamedTuple):
    """How a page is looked at: its width in pixels, and whether in the dark."""

    width: int = 1280
    dark: bool = False


def program(*names: str) -> str:
    """A program of the system by its names; the test is skipped where there is none, and fails under CI."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{names[0]} is not installed")
    return found


def chromium(*arguments: str, profile: Path, seconds: int = 120) -> str:
    """What Chromium gives on standard output."""
    command = [program("chromium", "chromium-browser"), *FLAGS, f"--user-data-dir={profile}", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=seconds)
    assert done.returncode == 0, done.stderr[-500:]
    return done.stdout


def seen(
    pages: Mapping[str, str], folder: Path, views: Sequence[View], *, axe: bool = False
) -> dict[tuple[str, View], dict]:
    """What is measured of each page in each view; with ``axe`` the violations of accessibility too."""
    cases = [(name, view) for name in pages for view in views]
    frames = "".join(
        f'<iframe data-page="{list(pages).index(name)}" title="{name}" style="width:{view.width}px;height:4000px;'
        f'border:0;color-scheme:{"dark" if view.dark else "light"}"></iframe>'
        for name, view in cases
    )
    kept = "".join(
        f'<template id="{n}">{html.escape(page, quote=False)}</template>' for n, page in enumerate(pages.values())
    )
    engine = f'<script id="axe" type="text/plain">{AXE.read_text("utf-8")}</script>' if axe else ""
    file = folder / "frames.html"
    body = f"{frames}{kept}{engine}<script>{_PROBE}</script>"
    file.write_text(f'<!doctype html><meta charset="utf-8"><body style="margin:0">{body}', encoding="utf-8")
    given = chromium("--virtual-time-budget=60000", "--dump-dom", file.as_uri(), profile=folder / "profile")
    found = re.search(r'<pre id="seen">(.*?)</pre>', given, re.DOTALL)
    assert found, given[:500]
    measured = json.loads(html.unescape(found[1]))
    assert isinstance(measured, list), measured
    return dict(zip(cases, measured, strict=True))


Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the sheet's upper left corner."""
_SHEET = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


class Sheet(NamedTuple):
    """A printed page: its size, and each word where it stands."""

    width: float
    height: float
    words: list[tuple[str, Box]]

    def holds(self, box: Box) -> bool:
        """Whether a box stands on the sheet, and not in its margins at the sides."""
        margin = 18 / 25.4 * 72 - 2
        left, top, right, bottom = box
        return left >= margin and right <= self.width - margin and top >= 0 and bottom <= self.height

    @property
    def largest(self) -> float:
        """The height of the largest letters. Chromium sets a page smaller that has anything wider than the sheet."""
        return max(bottom - top for _, (_, top, _, bottom) in self.words)


def printed(pages: Mapping[str, str], folder: Path) -> dict[str, list[Sheet]]:
    """The sheets of each page in print, as an independent reader of PDF finds them."""
    sheets = {}
    for number, (name, page) in enumerate(pages.items()):
        file, pdf = folder / f"{number}.html", folder / f"{number}.pdf"
        file.write_text(page, encoding="utf-8")
        chromium(f"--print-to-pdf={pdf}", "--no-pdf-header-footer", file.as_uri(), profile=folder / "profile")
        read = subprocess.run(
            [program("pdftotext"), "-bbox", pdf, "-"], capture_output=True, encoding="utf-8", check=True
        )
        sheets[name] = [
            Sheet(float(width), float(height), [(word, tuple(map(float, box))) for *box, word in _WORD.findall(held)])
            for width, height, held in _SHEET.findall(read.stdout)
        ]
    return sheets
