"""The record of an evaluation in the formats that machines and web pages read; text in, text out."""
