package io.crewsmith.validator.model;

import java.util.stream.Stream;

/** One thing that code must not do. */
@FunctionalInterface
public interface Rule {

    Stream<Finding> judge(Program program);
}
