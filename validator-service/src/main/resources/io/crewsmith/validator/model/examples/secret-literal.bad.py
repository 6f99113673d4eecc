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
# ---
x = 'AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q'
# ---
x = 'github_pat_11ABCDEFG0abcdefghijkl'
# ---
x = 'glpat-abcdefghij0123456789'
# ---
x = 'sk_live_abcdefghijklmnop1234'
# ---
x = 'https://hooks.slack.com/services/T0000/B0000/XXXX'
# ---
x = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLW9mLXRo'
