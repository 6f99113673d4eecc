/**
 * The gateway's own decisions about requests, and the gateway alone.
 *
 * <p>In: requests and settings. Out: answers and problems.
 */
@NullMarked
package io.crewsmith.gateway;

import org.jspecify.annotations.NullMarked;
