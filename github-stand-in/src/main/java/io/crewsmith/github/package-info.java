/**
 * GitHub as the tests see it: it keeps to GitHub's own description.
 *
 * <p>In: requests of its REST API, and what people do at its pages. Out: answers, merges in a real repository, and deliveries of
 * webhooks.
 */
@NullMarked
package io.crewsmith.github;

import org.jspecify.annotations.NullMarked;
