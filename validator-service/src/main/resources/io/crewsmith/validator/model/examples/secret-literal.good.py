token_limit_note = "max_tokens is 4096"
max_tokens = 4096
api_key = None
settings = {"api_key": "OPENAI_API_KEY"}
