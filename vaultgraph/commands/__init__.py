"""The commands: each is a function whose signature and docstring define its options.

A positional parameter is an argument, a keyword-only parameter an option with its default.  The
line of a parameter under `Options:` is its help text.  Each command returns its output or exit
code.
"""
