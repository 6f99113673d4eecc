url = "https://docs.example.com"
