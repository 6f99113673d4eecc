/**
 * The page that the gateway serves, and its policy.
 *
 * <p>In: the packed page. Out: nothing; facts about it.
 */
@NullMarked
package io.crewsmith.gateway.wizard;

import org.jspecify.annotations.NullMarked;
