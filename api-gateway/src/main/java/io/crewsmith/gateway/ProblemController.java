package io.crewsmith.gateway;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the types of problems mean. */
@RestController
@RequestMapping("/api/problems")
class ProblemController {

    /** A type of problem, for people. */
    record Entry(URI type, int status, String title, String meaning) {

        static Entry of(ProblemType type) {
            return new Entry(type.uri(), type.status().value(), type.title(), type.meaning());
        }
    }

    @GetMapping
    List<Entry> list() {
        return Arrays.stream(ProblemType.values()).map(Entry::of).toList();
    }

    @GetMapping("/{name}")
    Entry read(@PathVariable String name) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.uri().getPath().equals("/problems/" + name))
                .map(Entry::of)
                .findFirst()
                .orElseThrow(
                        () -> new RefusedRequest(ProblemType.NOT_FOUND, "There is no problem %s.".formatted(name)));
    }
}
