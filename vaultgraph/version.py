"""The version, on the ground where everyone can stand."""

__all__ = ["__version__"]

__version__ = "0.1.0"
