package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.python.tree.Statement;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a part of a tree is, for people: short, on one line, nothing in it hidden. */
final class Words {

    private static final int LONGEST = 80;

    private Words() {}

    static String of(@Nullable Object part) {
        return switch (part) {
            case null -> "nothing";
            case Expression.Constant constant -> value(constant.value());
            case PythonValue value -> value(value);
            case Expression.Call call -> of(call.function()) + "(…)";
            case Expression.Attribute attribute -> of(attribute.object()) + "." + attribute.name();
            case Expression.Name name -> name.id();
            case Part.Keyword keyword -> "%s=%s".formatted(keyword.name(), of(keyword.value()));
            case Part.Alias alias -> alias.alias() == null ? alias.name() : alias.name() + " as " + alias.alias();
            case Part.Entry entry -> "%s: %s".formatted(of(entry.key()), of(entry.value()));
            case Statement.ExpressionStatement statement -> of(statement.value());
            case Statement statement -> name(statement);
            case String text -> text;
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Boolean flag -> flag ? "yes" : "no";
            default -> part.getClass().getSimpleName();
        };
    }

    /** By what an element of a list is known among the others; the same for all that have no name. */
    static String name(@Nullable Object element) {
        return switch (element) {
            case Part.Keyword keyword -> String.valueOf(keyword.name());
            case Part.Alias alias -> alias.name();
            case Part.Parameter parameter -> parameter.name();
            case Part.Entry entry -> of(entry.key());
            case Statement.FunctionDef function -> "def " + function.name();
            case Statement.ClassDef type -> "class " + type.name();
            case Statement.ImportFrom from -> "from %s import …".formatted(from.module());
            case Statement.Import plain ->
                plain.names().stream().map(Words::of).collect(Collectors.joining(", ", "import ", ""));
            case Statement.Assign assign -> of(assign.targets().getFirst()) + " = …";
            case Statement.AnnotatedAssign assign -> of(assign.target()) + ": … = …";
            case Statement statement -> statement.getClass().getSimpleName();
            case null, default -> "";
        };
    }

    private static String value(PythonValue value) {
        return switch (value) {
            case PythonValue.Str text -> '"' + visible(text.value()) + '"';
            case PythonValue.Bool flag -> flag.value() ? "True" : "False";
            case PythonValue.Int number -> number.value().toString();
            case PythonValue.Real number -> String.valueOf(number.value());
            case PythonValue.Bytes bytes -> "bytes";
            case PythonValue.Complex number -> "a complex number";
            case PythonValue.None none -> "None";
            case PythonValue.Ellipsis dots -> "...";
        };
    }

    private static String visible(String text) {
        String start = text.codePoints()
                .limit(LONGEST)
                .mapToObj(
                        point -> ' ' <= point && point <= '~' ? Character.toString(point) : "\\u{%x}".formatted(point))
                .collect(Collectors.joining());
        return text.codePointCount(0, text.length()) > LONGEST ? start + "…" : start;
    }
}
