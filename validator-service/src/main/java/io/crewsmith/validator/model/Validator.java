package io.crewsmith.validator.model;

import java.util.List;

public class Validator {
    public Verdict validate(String code) {
        return new Verdict(true, "0", "", List.of("syntax"), List.of());
    }
}
