"""How the reader's weights are made: annotated reports → examples → a network → ``seeds/model``."""
