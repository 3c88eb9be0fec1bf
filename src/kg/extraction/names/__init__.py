"""Names that the reader saw, put right: where they begin and end, which name things, and what they are called."""
