"""Social investment funds and other earmarks (sociala investeringsfonder, öronmärkningar): labels on equity."""
