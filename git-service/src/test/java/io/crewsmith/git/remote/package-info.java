/**
 * Remote repositories as they are: Git's own servers on loopback, over HTTP and SSH, and other people's clients.
 *
 * <p>In: a bare repository. Out: its address.
 */
@NullMarked
package io.crewsmith.git.remote;

import org.jspecify.annotations.NullMarked;
