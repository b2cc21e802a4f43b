"""What is kept from one run to the next: see docs/caching.md for all of it on one page.

- `answers`: what a command printed, given again as long as nothing that it rests on has changed;
- `snapshot`: what was read and found in a vault, so that the next run looks only at what changed;
- `listing`: what lies in the vault, looked at once in a run for both;
- `images`: small images for a map.

Where it is kept, and how, is the business of the package `cache`.
"""
