package io.crewsmith.platform;

/** A value that must not be seen: it prints as stars, in logs, messages and settings reports alike. */
public record Secret(String value) {

    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A secret must not be blank");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
