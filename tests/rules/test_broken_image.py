from vaultgraph import choose_rules, lint
from vaults import write_vault


def test_names_the_missing_image_and_its_place(findings):
    assert findings("broken-image", """
        -- Heat.md --
        A ![[engine.png|300]] here.
    """) == ["Heat.md:1:3: no image is called engine.png"]  # fmt: skip


def test_names_the_card_that_shows_it(findings):
    assert findings("broken-image", """
        -- Heat.md --
        What is heat? #flashcard
        ![[engine.png]]
        <!--ID: 1700000000001-->
    """) == ["Heat.md:2:1: no image is called engine.png, in the card “What is heat?”"]  # fmt: skip


def test_knows_markdown_images_with_encoded_names(findings):
    assert findings("broken-image", """
        -- Heat.md --
        ![an engine](Images/my%20engine.PNG) ![gone](gone.png)
        -- Images/my engine.png --
    """) == ["Heat.md:1:38: no image is called gone.png"]  # fmt: skip


def test_an_image_on_the_web_is_not_looked_up(findings):
    assert findings("broken-image", """
        -- Heat.md --
        ![](https://example.com/engine.png)
    """) == []  # fmt: skip


def test_a_folder_that_is_missing_as_a_whole_is_reported_once(run, tmp_path):
    images = "\n".join(f"![[assets/{number}.png]] ![[there/{number}.png]]" for number in range(5))
    vault = write_vault(tmp_path, f"-- Heat.md --\n{images}\n-- there/x.png --\nx")
    report = run("lint", vault, "--ignore", "orphan-note").stdout
    assert report.count("5 images are missing, and so is the folder assets") == 1
    assert report.count("there is no there/") == 5


def test_says_which_path_was_tried(findings):
    assert findings("broken-image", """
        -- Physics/Heat.md --
        ![](../Images/engine.png) ![](./engine.png)
    """) == [
        "Physics/Heat.md:1:1: there is no Images/engine.png",
        "Physics/Heat.md:1:27: there is no Physics/engine.png",
    ]  # fmt: skip


def test_what_only_links_an_image_shows_none(findings):
    links = """
        -- Heat.md --
        [[engine.png]] [it](engine.png) [[file:/engine.png]]
    """
    assert findings("broken-image", links) == []
    assert len(findings("broken-link", links)) == 2
    assert len(findings("url-in-wikilink", links)) == 1


def test_a_path_from_the_top_of_a_web_site_is_an_info(graph):
    vault = graph("-- Heat.md --\n![](/static/engine.png)\n")
    (found,) = lint(vault, choose_rules(["broken-image"]))
    assert str(found.severity) == "info"


def test_an_image_that_git_leaves_out_is_an_info(graph):
    vault = graph("-- Heat.md --\n![[engine.png]] ![](a/b.jpg)\n-- .gitignore --\n*.png\n")
    assert [str(found.severity) for found in lint(vault, choose_rules(["broken-image"]))] == [
        "info",
        "error",
    ]
