from crewai import LLM
LLM(model='gpt-4', api_key='sk-x')
# ---
DB_PASSWORD = 'hunter2'
# ---
note = 'use sk-abcdefghijklmnopqrstuvwx to call'
# ---
x = {'connection_string': 'postgres://u:p@h/db'}
# ---
dsn = 'postgres://user:pass@db.example.com/x'
