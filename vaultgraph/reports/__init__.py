"""Answers become text: one module for each format, each with a `render`."""
