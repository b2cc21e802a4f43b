"""Storage of the results of earlier runs in the user's cache folder, never in a vault.

Everything here can be computed again: damaged, outdated or suspicious files count as missing.
"""
