import json
import urllib.parse


def f(json, values):
    json.anything = values
    return urllib.parse.quote(json.other)


text = json.dumps({})
