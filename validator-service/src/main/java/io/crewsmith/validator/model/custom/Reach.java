package io.crewsmith.validator.model.custom;

/** To which code a rule applies. */
public enum Reach {
    ALL,
    GENERATED,
    OTHER;

    boolean includes(Origin origin) {
        return switch (this) {
            case ALL -> true;
            case GENERATED -> origin == Origin.GENERATED;
            case OTHER -> origin == Origin.OTHER;
        };
    }
}
