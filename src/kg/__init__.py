"""Chinese government reports as a knowledge graph with evidence."""

__version__ = "0.1.0"
