package io.crewsmith.git.github;

import java.util.Locale;
import org.kohsuke.github.HttpException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what GitHub says when it refuses. */
final class GitHubAnswers {

    private static final int LONGEST = 300;

    private GitHubAnswers() {}

    /** Its own message, on one line, without a point at its end. */
    static String message(HttpException answer) {
        String text = String.valueOf(answer.getMessage());
        String message = text;
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            message = json.path("message").asString(text);
            for (JsonNode error : json.path("errors")) {
                message += ": " + error.path("message").asString(error.asString(""));
            }
        } catch (JacksonException e) {
            message = "status " + answer.getResponseCode();
        }
        String line = message.replaceAll("\\s+", " ").strip();
        return (line.length() > LONGEST ? line.substring(0, LONGEST) : line).replaceAll("[.\\s]+$", "");
    }

    static boolean says(HttpException answer, String words) {
        return message(answer).toLowerCase(Locale.ROOT).contains(words);
    }
}
