"""The commands: each is a function whose signature and docstring describe its options.

A positional parameter is an argument, a keyword-only one an option with its default, and its line
under `Options:` is its help.  Each returns the exit code.
"""
