/**
 * Tests of the rules that administrators write.
 *
 * <p>In: rules as YAML and small modules. Out: what is found, and what is refused.
 */
@NullMarked
package io.crewsmith.validator.model.custom;

import org.jspecify.annotations.NullMarked;
