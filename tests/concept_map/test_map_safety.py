"""Nothing in a vault runs in the map, and nothing leaves it."""

import threading
import xml.etree.ElementTree as ET
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from map_steps import draw_in_portuguese as draw
from map_steps import texts
from vaultgraph.concept_map import Selection

pytestmark = pytest.mark.browser

EVERYTHING = Selection(show=["unresolved", "attachments", "tags", "cards"])
HOSTILE = [
    "</script><script>PWNED=1</script>",
    "<img src=x onerror=PWNED=1>",
    "<svg onload=PWNED=1>",
    "';PWNED=1;'",
    '" onmouseover="PWNED=1',
    "javascript:PWNED=1",
    "{{7*7}} {% raw %}",
    "${PWNED=1}`",
    "<!--<script>",
    "]]>&lt;script&gt;",
    "__proto__",
    "constructor",
    "toString",
    "abc\u202egnp.exe\u2066x",
    "a\u0000b\u2028c",
    "é" * 300,
]


class Server:
    """A server on this machine that answers everything, and remembers what it was asked for."""

    def __init__(self, html):
        self.asked = asked = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(html(self.server.server_port) if self.path == "/map" else b"")

            def log_message(self, *words):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def serve(chromium):
    """Open a page from a live server; the result is the page and what the server was asked for."""
    closing = []

    def open_served(html):
        server = Server(html)
        context = chromium.new_context()
        closing.extend((context, server))
        page = context.new_page()
        page.goto(f"{server.address}/map")
        return page, server.asked

    yield open_served
    for each in closing:
        each.close()


def smuggling(port):
    """Everything by which a page may ask for something."""
    there = f"http://127.0.0.1:{port}"
    return (
        f"<link rel=stylesheet href={there}/css><img src={there}/img><iframe src={there}/frame></iframe>"
        f"<link rel=prefetch href={there}/prefetch><script src={there}/script></script>"
        f"<object data={there}/object></object><video src={there}/video></video>"
        f"<div style='background:url({there}/background)'>x</div><script>fetch('{there}/fetch')</script>"
        f"<style>@font-face{{font-family:f;src:url({there}/font)}}p{{font-family:f}}</style><p>x</p>"
    )


def test_no_request_ever_leaves_the_page(serve, physics):
    html = draw(physics)
    page, asked = serve(
        lambda port: html.replace("</header>", "</header>" + smuggling(port)).encode()
    )
    for note in range(page.evaluate("VG.notes.length")):
        page.evaluate("note => VG.select(note, true)", note)
    page.wait_for_timeout(500)
    assert [path for path in asked if path != "/favicon.ico"] == ["/map"]


def test_without_its_policy_the_page_would_ask(serve):
    page, asked = serve(lambda port: f"<!DOCTYPE html>{smuggling(port)}".encode())
    page.wait_for_timeout(500)
    assert {"/css", "/img", "/frame", "/script", "/background", "/fetch"} <= set(asked)


def hostile_scene():
    """A map on which every field that a vault can fill says each of the texts in turn."""
    from vaultgraph.concept_map.scene import Scene

    notes, links = [], []
    for text in HOSTILE:
        more = hostile_notes(text)
        links += hostile_links(text, len(notes))
        notes += more
    return Scene(HOSTILE[0], tuple(notes), tuple(links), part=HOSTILE[0])


def hostile_notes(text):
    """A note of each kind whose every field says *text*."""
    from vaultgraph.concept_map.scene import MapNote
    from vaultgraph.model import Card

    card = Card(
        text, f"{text} ![[{text}.png]]", 0, 9, 1, 0, "neuracache", "Basic", text, (text,), 0, "", ""
    )
    return (
        MapNote(text, f"{text}/{text}.md", text, text, ("#" + text,), (text,), (card,)),
        MapNote(f"{text} 2", f"2{text}.md", cards=(card,)),
        MapNote(text, "", kind="unresolved"),
        MapNote(text, text, kind="attachment"),
        MapNote("#" + text, "", kind="tag"),
        MapNote(text, f"2{text}.md", cards=(card,), kind="card"),
    )


def hostile_links(text, first):
    """Links from the note at *first* to the five behind it, with *text* for a relation."""
    from vaultgraph.concept_map.scene import MapLink

    return (
        MapLink(first, first + 1, text, 1),
        MapLink(first, first + 2, f"{text} 2"),
        *(MapLink(first, first + other) for other in (3, 4, 5)),
    )


@pytest.mark.parametrize("mode", ["layered", "atlas"])
def test_no_text_of_a_vault_runs_or_is_lost(show, graph, mode):
    from vaultgraph.concept_map.page import Choices, render

    page = show(render(graph("-- A.md --\n"), hostile_scene(), Choices("pt", "auto", mode, ""), {}))
    assert page.evaluate("VG.notes.length") == 6 * len(HOSTILE)
    page.wait_for_timeout(80)
    for index, text in enumerate(HOSTILE):
        try_every_field(page, 6 * index, text)
    for colour in page.evaluate(
        "[...document.querySelectorAll('#colour option')].map(o => o.value)"
    ):
        page.select_option("#colour", colour)
    assert_nothing_ran(page)
    ET.fromstring(page.evaluate("VG.svgText()"))


def try_every_field(page, first, text):
    """Show and search the six notes from *first* on, all of which say *text*."""
    assert page.evaluate("note => VG.notes[note].label", first) == text
    for note in range(first, first + 6):
        page.evaluate("note => VG.choose(note, true)", note)
        page.evaluate("document.querySelectorAll('.card summary').forEach(card => card.click())")
    page.evaluate("first => { VG.startPath(first); VG.choose(first + 1); }", first)
    page.fill("#query", text)
    assert_nothing_ran(page, text)
    page.fill("#query", "")


def assert_nothing_ran(page, text=""):
    assert page.evaluate("typeof PWNED") == "undefined", text
    assert page.evaluate("typeof {}.polluted") == "undefined", text


@pytest.mark.parametrize(
    "address",
    ["//127.0.0.1/x.png", r"\\127.0.0.1\x.png", "file:///etc/passwd.png", "http://127.0.0.1/x.png",
     "../../secret.png", "data:image/svg+xml,<svg onload=PWNED=1>.png", "javascript:PWNED=1.png"],
)  # fmt: skip
@pytest.mark.parametrize("embed", ["![[{}]]", "![x](<{}>)"])
def test_an_image_is_only_ever_a_file_of_the_vault(show, graph, embed, address):
    image = embed.format(address)
    text = f"-- A.md --\n{image}\n\nWhat? #flashcard\n{image}\n"
    page = show(draw(graph(text), EVERYTHING))
    page.evaluate("VG.select(0)")
    page.locator(".card summary").first.click()
    assert page.locator("#panel img").count() == 0
    assert page.evaluate("typeof PWNED") == "undefined"


@pytest.mark.parametrize(
    "name", ["__proto__", "constructor", "a\u202eb", "x" * 200, "<b>x<", "&amp;"]
)
def test_a_note_is_called_by_its_name_however_unusual(show, graph, name):
    page = show(draw(graph("-- Z.md --\n", {f"{name}.md": b"[[Z]]"})))
    page.fill("#query", f'"{name}"')
    page.keyboard.press("Enter")
    assert page.locator("#panel h1").inner_text() == name
    page.keyboard.press("Escape")
    assert name in texts(page, "#list .name")


def test_a_link_out_of_the_page_leads_to_obsidian_only(show, graph):
    page = show(
        draw(
            graph(
                "-- A.md --\n[x](javascript:PWNED=1) [y](https://evil.example) ![z](//evil.example/z.png)\n"
            ),
            EVERYTHING,
        )
    )
    page.evaluate("VG.select(0)")
    addresses = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.protocol)")
    assert addresses == ["obsidian:"]


def test_a_page_refuses_data_of_another_version(chromium, tmp_path, physics):
    file = tmp_path / "map.html"
    file.write_text(draw(physics).replace('"version":3,', '"version":4,'), encoding="utf-8")
    page = chromium.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(file.as_uri())
    page.wait_for_timeout(200)
    assert errors == ["the data has version 4, this page reads version 3"]
    assert page.evaluate("typeof VG") == "undefined"
    page.close()
