package io.crewsmith.benchmarks;

/** What a call asks for. */
enum Request {
    SCANNED("rendered and scanned", "{\"create_pr\": false}"),
    COMMITTED("the same, and committed to a branch", "{\"create_pr\": true}");

    private final String title;
    private final String body;

    Request(String title, String body) {
        this.title = title;
        this.body = body;
    }

    String title() {
        return title;
    }

    String body() {
        return body;
    }
}
