"""Export of the vault and its graph to the formats of other programs."""
