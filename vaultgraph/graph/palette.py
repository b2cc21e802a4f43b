"""The colours of communities, on the map, in notebooks and in exported graphs."""

__all__ = ["COLOURS", "OTHER"]

COLOURS = (
    *("#187df1", "#c57b0a", "#b33336", "#0f9ea8", "#85923e", "#7d57b5", "#9d5718", "#c46fce"),
    *("#235874", "#679257", "#5677a4"),
)
"""Those of the largest communities, the same as in `concept_map/web/src/model/palette.js`."""
OTHER = "#667080"
"""The colour of all others."""
