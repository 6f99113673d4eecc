package io.crewsmith.validator.model;

/** How sure a rule is that what it found is what it looks for, apart from how bad that would be. */
public enum Confidence {
    /** It is, or the language leaves no other reading. */
    HIGH,
    /** Nearly always: the rule goes by a name or a form. */
    MEDIUM,
    /** It may well be meant: a person should look. */
    LOW
}
