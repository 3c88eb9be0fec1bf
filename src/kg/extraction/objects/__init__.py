"""What a measure acts on or counts, in the words of the text."""
