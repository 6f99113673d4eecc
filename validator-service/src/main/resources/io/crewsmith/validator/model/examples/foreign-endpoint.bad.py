base_url = 'https://llm.example.com/v1'
# ---
base_url = 'http://localhost:11434'
