docs = 'https://docs.example.com/guide?page=2#start'
local = 'http://127.0.0.1:8080/health'
mail = 'write to team@example.com'
note = 'data: see the annex'
