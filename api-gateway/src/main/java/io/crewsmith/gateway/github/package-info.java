/**
 * Reviews at GitHub: what people decide there counts as if they had decided it here, under the same rules.
 *
 * <p>In: deliveries of GitHub's webhooks, and its list of pull requests for those that were missed. Out: {@code commands}.
 */
@NullMarked
package io.crewsmith.gateway.github;

import org.jspecify.annotations.NullMarked;
