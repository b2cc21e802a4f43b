def test_tells_the_note_once(findings):
    text = "-- Heat.md --\nWhat? #flashcard\r\nThis.\r\n\r\nWhy? #flashcard\r\nSo.\r\n"
    assert findings("crlf-card-note", text) == [
        "Heat.md:1:1: Windows line ends hide 2 of its cards from the plugin"
    ]


def test_windows_line_ends_alone_are_no_fault(findings):
    assert findings("crlf-card-note", "-- Heat.md --\nText.\r\n") == []


def test_counts_what_is_hidden_in_every_style(findings):
    cards = "START\r\nBasic\r\nQ\r\nBack: A\r\nEND\r\n\r\nR #flashcard\r\nB\r\n"
    assert findings("crlf-card-note", f"-- Heat.md --\n{cards}") == [
        "Heat.md:1:1: Windows line ends hide 2 of its cards from the plugin"
    ]


def test_an_inline_card_is_not_hidden(findings):
    assert findings("crlf-card-note", "-- Heat.md --\nSTARTI [Basic] Q Back: A ENDI\r\n") == []
