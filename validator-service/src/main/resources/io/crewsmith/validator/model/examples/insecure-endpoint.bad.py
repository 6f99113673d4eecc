from crewai import LLM
LLM(model='gpt-4', base_url='http://203.0.113.1/v1')
# ---
x = {'api_base': 'https://203.0.113.1/v1'}
# ---
def f(Agent):
    Agent(mcps=['http://tools.example.com/mcp'])
# ---
base_url = 'https://user@[::1]/x'
# ---
base_url = 'https://0x7f000001/'
# ---
base_url = 'https://3405803777/'
# ---
base_url = 'ftp://example.com/'
