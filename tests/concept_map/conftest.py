import re
import struct
import zlib
from pathlib import Path

import pytest

from vaultgraph.concept_map import draw
from vaultgraph.graph import VaultGraph
from vaultgraph.reading import read_vault
from vaults import REAL_VAULT, SHARED_IS_MISSING

PHYSICS = """
    -- Física.md --
    [[Calor]] e [[Medidas]]
    -- Calor.md --
    TARGET DECK: Estudo::Física
    Relações: [[Entropia]], [[Pressão]]

    O que é o calor? #flashcard
    ![[img/chama.png]]
    Energia que passa do quente ao frio

    Em que se mede? #flashcard
    Em joules
    -- Entropia.md --
    Relações: [[Motor]]
    -- Pressão.md --
    Relações: [[Vapor]]
    -- Motor.md --
    Pré-requisito: [[Calor]]
    -- Medidas.md --
    #unidades
    -- Solta.md --
    Nada aqui liga a nada.
"""

# The first frame is asked for when the page is ready, and drawn when the second begins.
TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture(scope="session")
def png():
    """The bytes of a small grey image."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 4, 3, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80" * 4) * 3)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.fixture
def physics(graph, png):
    return graph(PHYSICS, {"img/chama.png": png})


@pytest.fixture
def packed(monkeypatch):
    """The tables of every map are packed, as those of large ones are."""
    monkeypatch.setattr("vaultgraph.concept_map.page._PACKED_NOTES", -1)


@pytest.fixture(scope="session")
def nlp():
    if not REAL_VAULT.is_dir():
        pytest.skip(SHARED_IS_MISSING)
    return VaultGraph(read_vault(str(REAL_VAULT)))


@pytest.fixture(scope="session")
def nlp_page(nlp):
    return draw(nlp, lang="pt")


@pytest.fixture(scope="session")
def sample():
    return VaultGraph(read_vault(str(Path(__file__).parents[2] / "sample_vault")))


class Browser:
    """Opens pages in contexts that all tests share, for a new one costs as much as a page."""

    def __init__(self, chromium):
        self._chromium = chromium
        self._contexts = {}

    def open(self, file, complaints, address="", **options):
        """The page of *file*; what it complains about or asks for is added to *complaints*."""
        page = self._context({"viewport": {"width": 1440, "height": 900}, **options}).new_page()
        page.route(re.compile("^(?!file:|data:|blob:)"), lambda route: route.abort())
        page.on("request", lambda r: complaints.append(r.url) if _is_foreign(r.url) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.goto(file.as_uri() + address)
        for _ in range(1200):  # a huge vault is unpacked first
            if page.evaluate("Boolean(window.VG?.ready)"):
                page.evaluate(TWO_FRAMES)
                return page
            page.wait_for_timeout(25)
        raise AssertionError("the page does not start")

    def _context(self, options):
        key = repr(sorted(options.items()))
        if key not in self._contexts:
            self._contexts[key] = self._chromium.new_context(**options)
        return self._contexts[key]


@pytest.fixture(scope="session")
def browser(chromium):
    return Browser(chromium)


@pytest.fixture
def complaints():
    """What the pages of a test complain about, and what they ask the network for."""
    return []


@pytest.fixture
def show(browser, tmp_path, complaints):
    """Open a page as a file; a complaint that the test leaves in the list fails it."""
    pages = []

    def show_page(html, address="", **options):
        file = tmp_path / "map.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        pages.append(browser.open(file, complaints, address, **options))
        return pages[-1]

    yield show_page
    for page in pages:
        if not page.is_closed():
            page.evaluate("localStorage.clear()")
            page.close()
    assert complaints == []


def _is_foreign(url):
    return not url.startswith(("file:", "data:", "blob:"))
