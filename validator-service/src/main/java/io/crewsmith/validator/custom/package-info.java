/**
 * How custom rules come into force, and how a rule is tried on earlier code before that.
 *
 * <p>In: a folder, {@code commands}, {@code drafts} and the own topic {@code rules}. Out: {@code rules},
 * {@code draft-scans}, and the {@link io.crewsmith.validator.model.custom.RuleBook} of the moment. Keeps: nothing.
 */
@NullMarked
package io.crewsmith.validator.custom;

import org.jspecify.annotations.NullMarked;
