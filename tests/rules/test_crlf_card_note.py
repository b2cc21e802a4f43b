def test_tells_the_note_once(findings):
    text = "-- Heat.md --\nWhat? #flashcard\r\nThis.\r\n\r\nWhy? #flashcard\r\nSo.\r\n"
    assert findings("crlf-card-note", text) == [
        "Heat.md:1:1: Windows line ends hide its cards from the plugin"
    ]


def test_windows_line_ends_alone_are_no_fault(findings):
    assert findings("crlf-card-note", "-- Heat.md --\nText.\r\n") == []
