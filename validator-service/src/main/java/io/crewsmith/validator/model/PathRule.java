package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Node.Call;
import io.crewsmith.python.Node.Keyword;
import io.crewsmith.python.Node.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files are named relative to the project, and stay inside. Looks where a text is used as a path, not at prose. */
final class PathRule implements Rule {

    private static final Pattern OUTSIDE = Pattern.compile("^(/|~|[A-Za-z]:|\\\\|file:)|(^|[/\\\\])\\.\\.([/\\\\]|$)");
    private static final Pattern FOR_PATHS =
            Pattern.compile("(^|_)(file|files|path|paths|dir|directory|folder|config)$|^file_|^path_|^source$");

    @Override
    public Stream<Finding> judge(Program program) {
        Stream<Node> keywords = program.all(Keyword.class)
                .filter(keyword -> keyword.name() != null && isForPaths(keyword.name()))
                .map(Keyword::value);
        Stream<Node> assigned = program.all(Node.Assign.class)
                .filter(assign -> assign.targets().stream()
                        .anyMatch(target ->
                                name(target).filter(PathRule::isForPaths).isPresent()))
                .map(Node.Assign::value);
        Stream<Node> annotated = program.all(Node.AnnAssign.class)
                .filter(assign ->
                        name(assign.target()).filter(PathRule::isForPaths).isPresent())
                .flatMap(assign -> Optional.ofNullable(assign.value()).stream());
        Stream<Node> ofTools =
                program.all(Call.class).filter(PathRule::takesPaths).flatMap(call -> call.arguments().stream());
        return Stream.of(keywords, assigned, annotated, ofTools)
                .flatMap(values -> values)
                .flatMap(PathRule::texts)
                .distinct()
                .flatMap(PathRule::judge);
    }

    private static Stream<Finding> judge(Node text) {
        return text.string().filter(path -> OUTSIDE.matcher(path).find()).stream()
                .map(path -> Finding.at(
                        text,
                        "path-outside",
                        Severity.ERROR,
                        Layer.LITERALS,
                        "Path '%s' may lie outside of the project; name files relative to it".formatted(path)));
    }

    private static boolean isForPaths(String name) {
        return FOR_PATHS.matcher(name).find();
    }

    private static boolean takesPaths(Call call) {
        return name(call.function())
                .filter(name -> name.endsWith("Tool") || name.endsWith("KnowledgeSource"))
                .isPresent();
    }

    private static Optional<String> name(Node node) {
        return switch (node) {
            case Name name -> Optional.of(name.id());
            case Node.Attribute attribute -> Optional.of(attribute.name());
            default -> Optional.empty();
        };
    }

    private static Stream<Node> texts(Node value) {
        List<Node> texts = new ArrayList<>();
        value.walk(node -> node.string().ifPresent(text -> texts.add(node)));
        return texts.stream();
    }
}
