from crewai import Task
Task(description='d', expected_output='e', output_file='/etc/cron.d/x')
# ---
from crewai_tools import FileReadTool as F
F('../../etc/passwd')
# ---
class C:
    agents_config = 'a/../../x.yaml'
# ---
x = {'output_log_file': 'C:\\x'}
# ---
def f(name, Task):
    Task(output_file=f'/etc/{name}')
