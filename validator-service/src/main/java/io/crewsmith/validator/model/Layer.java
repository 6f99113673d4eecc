package io.crewsmith.validator.model;

/** Which layer of the validation found something. */
public enum Layer {
    BYTES,
    SYNTAX,
    SHAPE,
    ALLOW_LIST,
    LITERALS,
    CUSTOM
}
