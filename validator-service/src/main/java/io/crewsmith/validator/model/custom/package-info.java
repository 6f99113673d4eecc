/**
 * Rules that administrators write: their text, their own examples as their proof, and what they find in a module.
 *
 * <p>In: YAML and the facts of a module. Out: {@link io.crewsmith.validator.model.custom.Loading},
 * {@link io.crewsmith.validator.model.custom.RuleBook} and its findings.
 */
@NullMarked
package io.crewsmith.validator.model.custom;

import org.jspecify.annotations.NullMarked;
