package io.crewsmith.validator.model;

/** The layers of validation, in the order in which they look at code. */
public enum Layer {
    BYTES,
    SYNTAX,
    SHAPE,
    ALLOW_LIST,
    LITERALS,
    CUSTOM
}
