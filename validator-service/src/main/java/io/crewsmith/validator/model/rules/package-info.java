/**
 * The rules for Python that a person wrote or changed, each one a class, and the facts about a module they share.
 *
 * <p>In: {@link io.crewsmith.python.tree.PythonModule}. Out: {@link io.crewsmith.validator.model.Finding}s.
 */
@NullMarked
package io.crewsmith.validator.model.rules;

import org.jspecify.annotations.NullMarked;
