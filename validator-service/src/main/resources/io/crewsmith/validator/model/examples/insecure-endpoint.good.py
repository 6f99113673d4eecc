note = "bind to http://0.0.0.0 is discouraged"
endpoint = "models/v1"
