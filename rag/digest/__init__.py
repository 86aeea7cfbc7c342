"""What is told without being asked a question: summaries, timelines, briefings, suggested questions."""
