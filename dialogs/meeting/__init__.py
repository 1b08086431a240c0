"""The collective session: planning it, its agenda, leading it, and working in what came out."""
