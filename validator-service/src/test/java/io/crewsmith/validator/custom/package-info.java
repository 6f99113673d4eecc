/**
 * Tests of how custom rules come into force.
 *
 * <p>In: commands, folders and code. Out: announcements and verdicts.
 */
@NullMarked
package io.crewsmith.validator.custom;

import org.jspecify.annotations.NullMarked;
