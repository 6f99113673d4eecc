package io.crewsmith.validator.model;

public enum Layer {
    BYTES,
    SYNTAX,
    SHAPE,
    ALLOW_LIST,
    LITERALS,
    CUSTOM
}
