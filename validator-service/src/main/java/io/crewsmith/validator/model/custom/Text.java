package io.crewsmith.validator.model.custom;

/** A text of a rule and where it stands. */
record Text(String value, String pointer, int line) {

    RuleProblem problem(String code, String message) {
        return new RuleProblem(pointer, code, line, message);
    }
}
