package io.crewsmith.python.tree;

/** What happens to a name, attribute or item: it is read, bound or removed. */
public enum Access {
    LOAD,
    STORE,
    DELETE
}
