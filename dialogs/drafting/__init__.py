"""The first draft, theme by theme: a small loop of cards, to stop after any and go on later."""
