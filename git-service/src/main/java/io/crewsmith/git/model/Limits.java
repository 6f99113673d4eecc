package io.crewsmith.git.model;

/**
 * What a forge allows. GitHub's own are 80 and 500 requests that create content, and 100 requests at once: <a
 * href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">rate limits for the REST
 * API</a>. Whoever runs several instances divides them.
 *
 * @param perMinute requests that create content in any 60 seconds, 5 or more
 * @param perHour the same in any 60 minutes, 5 or more
 * @param atOnce requests of any kind that have no answer yet, 1 or more
 */
public record Limits(int perMinute, int perHour, int atOnce) {

    private static final int LEAST = 5;

    public Limits {
        if (perMinute < LEAST || perHour < LEAST || atOnce < 1) {
            throw new IllegalArgumentException(
                    "Limits must be 5 or more a minute and an hour, and 1 or more at once, not %d, %d and %d"
                            .formatted(perMinute, perHour, atOnce));
        }
    }
}
