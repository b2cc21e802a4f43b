"""JSON documents for programs: each names its schema and its generator."""

import json
from collections.abc import Mapping
from typing import Any

from vaultgraph.version import __version__

__all__ = ["json_document"]


def json_document(schema: str, fields: Mapping[str, Any]) -> str:
    """Return *fields* as the text of a document that *schema* describes, such as `links/1`.

    The schema is the file `links.schema.json` in the folder `schemas`.
    """
    head = {"schema": f"vaultgraph-{schema}", "generator": f"vaultgraph {__version__}"}
    return json.dumps({**head, **fields}, ensure_ascii=False, indent=2) + "\n"
