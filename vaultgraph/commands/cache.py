"""The `cache` command."""

from typing import Literal

from vaultgraph.commands.output import write
from vaultgraph.errors import UsageError
from vaultgraph.languages import choose_language
from vaultgraph.messages import reason_of, say, say_count
from vaultgraph.printing import JSON
from vaultgraph.storage.folder import cache_folder
from vaultgraph.storage.store import clear, file_sizes

__all__ = ["cache"]

_MEGABYTE = 1_000_000


def cache(
    action: str = "info",
    *,
    lang: str = "auto",
    format: Literal["text", "json"] = "text",  # noqa: A002
) -> int:
    """Show or clear the cache; it is rebuilt when needed.

    Options:
        action: info (default) or clear
        lang: language of the answer (default: that of the system)
        format: text for people, json for programs
    """
    language = choose_language(lang)
    if action not in {"info", "clear"}:
        raise UsageError(
            say("unknown cache action: {action}", action=action), hint=say("write info or clear")
        )
    sizes = file_sizes()
    if action == "clear":
        try:
            clear()
        except OSError as error:
            hint = say("delete what is left of it yourself")
            raise UsageError(
                say(
                    "cannot clear {filename}: {reason}",
                    filename=error.filename,
                    reason=reason_of(error),
                ),
                hint=hint,
            ) from error
    if format == "json":
        from vaultgraph.reports.json_document import json_document

        fields = {"folder": cache_folder() or None, "files": len(sizes), "bytes": sum(sizes)}
        write(json_document("cache/1", {**fields, "cleared": action == "clear"}), form=JSON)
        return 0
    values = {
        "folder": cache_folder() or say("no folder, because there is no home folder"),
        "files": say_count("{count:,} file", "{count:,} files", len(sizes)),
        "size": sum(sizes) / _MEGABYTE,
    }
    if action == "clear":
        answer = say("{folder}: {files}, {size:.1f} MB deleted", **values)
    else:
        answer = say("{folder}: {files}, {size:.1f} MB", **values)
    write(f"{language.say(answer)}\n")
    return 0
