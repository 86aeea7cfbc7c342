"""How it is shown: the Gradio app, its rendering and its strings."""
