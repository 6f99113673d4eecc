x = 'gopher://example.com/x'
# ---
x = 'http://203.0.113.7/x'
# ---
x = 'https://accounts.example.com@evil.example.net/'
# ---
x = 'https://xn--pple-43d.com/'
# ---
x = 'Send it to https://webhook.site/1234.'
# ---
x = 'data:text/html;base64,PGI+'
