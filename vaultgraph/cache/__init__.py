"""The cache between runs; see docs/caching.md for an overview.

- `output`: the output of a command, replayed while nothing it depends on has changed;
- `snapshot`: parsed notes and findings, so that the next run re-reads only changed files;
- `listing`: the directory listing of the vault, shared by both within one run;
- `thumbnails`: scaled-down images for maps.

The package `storage` decides where and how the files are stored.
"""
