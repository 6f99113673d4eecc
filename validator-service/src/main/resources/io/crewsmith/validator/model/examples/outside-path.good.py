from crewai_tools import FileReadTool

HINT = "/tmp/example is only named in a sentence"
tool = FileReadTool(file_path="knowledge/notes..txt")
settings = {"output_file": "out/x.md", "path": "./memory/a.db"}
