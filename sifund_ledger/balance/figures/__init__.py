"""What is stated of a year: its figures, what must hold of them, the events that record them, their fold."""
