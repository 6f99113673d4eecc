package io.crewsmith.validator.model.custom;

import io.crewsmith.python.tree.Position;

/**
 * Something that a module uses, and where.
 *
 * @param name the dotted name behind all aliases; {@code *.name} for an attribute of whatever object; a literal's text
 */
record Use(Position at, String name) {}
