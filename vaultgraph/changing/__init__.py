"""Change a vault: moves and replaced texts, carried out as a whole, and undone.

Before anything is touched, a journal outside the vault has what is needed to go back.
"""

from vaultgraph.changing.change import Change, Move, Write
from vaultgraph.changing.checks import fault_of_write
from vaultgraph.changing.journal import Record
from vaultgraph.changing.renaming import Renaming, plan_rename
from vaultgraph.changing.texts import write_of
from vaultgraph.changing.transaction import carry_out, recover
from vaultgraph.changing.undoing import list_changes, undo

__all__ = [
    "Change",
    "Move",
    "Record",
    "Renaming",
    "Write",
    "carry_out",
    "fault_of_write",
    "list_changes",
    "plan_rename",
    "recover",
    "undo",
    "write_of",
]
