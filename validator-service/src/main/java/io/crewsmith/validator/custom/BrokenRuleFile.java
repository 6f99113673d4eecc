package io.crewsmith.validator.custom;

/** A rule of the folder that cannot be used, so that the service must not start without it; and what to do. */
final class BrokenRuleFile extends RuntimeException {

    BrokenRuleFile(String message) {
        super(message);
    }
}
