"""Flashcards, as the plugins that make them see them, one folder or module for each."""
