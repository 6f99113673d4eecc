package io.crewsmith.validator.model.custom;

import io.crewsmith.python.tree.Position;

/** A place where a module breaks a rule, and what there breaks it. */
record Breach(Position at, String target) {}
