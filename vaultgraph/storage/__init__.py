"""What earlier runs found out, kept in the user's cache folder, never in a vault.

Nothing here is needed to answer, and whatever is damaged, old or doubtful is as good as missing.
"""
