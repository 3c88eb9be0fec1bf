"""Who answers for a measure: subjects, partners, notes, headings, and whose acts are no measures."""
