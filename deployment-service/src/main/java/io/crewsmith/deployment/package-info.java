/**
 * Makes merged code the active version of its agent.
 *
 * <p>In: {@code commits}. Out: {@code deployments}. Keeps: the deployment folder and its manifests.
 */
@NullMarked
package io.crewsmith.deployment;

import org.jspecify.annotations.NullMarked;
