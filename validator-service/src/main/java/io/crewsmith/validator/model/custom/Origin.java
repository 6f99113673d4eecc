package io.crewsmith.validator.model.custom;

/** Where code under scan comes from. */
public enum Origin {
    /** Rendered from a configuration. */
    GENERATED,
    /** Written or edited by somebody. */
    OTHER
}
