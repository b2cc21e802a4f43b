"""The vault and its graph in the formats of other programs."""
