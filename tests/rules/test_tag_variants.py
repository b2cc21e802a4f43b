def test_the_rarer_form_is_told(findings):
    assert findings("tag-variants", """
        -- Heat.md --
        #NLP and #nlp
        -- Work.md --
        #nlp
    """) == ["Heat.md:1:1: elsewhere this tag is written #nlp"]  # fmt: skip


def test_other_tags_are_other_tags(findings):
    assert findings("tag-variants", "-- Heat.md --\n#nlp #nlp/a #nl-p") == []
