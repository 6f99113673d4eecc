package io.crewsmith.python;

import java.util.Locale;

/** Why a source was refused. The id is stable: reports and dashboards may rely on it. */
public enum Reason {
    /** Over 512 KiB. */
    SOURCE_TOO_LARGE,
    /** Not strict UTF-8, or text with half a surrogate pair. */
    NOT_UTF8,
    /** A byte order mark. */
    BYTE_ORDER_MARK,
    /** A NUL character. */
    NULL_BYTE,
    /** A control character other than LF: CR, tab, form feed and their like. */
    CONTROL_CHARACTER,
    /** A character that reviewers cannot see or that reorders the text. */
    HIDDEN_CHARACTER,
    /** A coding cookie in the first two lines. */
    CODING_COOKIE,
    /** {@code \N{…}}. */
    NAMED_ESCAPE,
    /** A backslash at the end of a line. */
    LINE_CONTINUATION,
    /** A line of more than 8,192 characters. */
    LINE_TOO_LONG,
    /** A non-ASCII character outside string literals and comments. */
    NON_ASCII,
    /** A number that Python versions read differently, such as {@code 012} or {@code 1if}. */
    AMBIGUOUS_NUMBER,
    /** An integer of more than 256 bits. */
    NUMBER_TOO_LARGE,
    /** More than 60 open brackets. */
    BRACKETS_TOO_DEEP,
    /** A tree of more than 150 levels. */
    TREE_TOO_DEEP,
    /** A string literal with a lone surrogate, which cannot be written as UTF-8. */
    LONE_SURROGATE,
    /** Syntax of Python 3.12 or later. */
    NEEDS_NEWER_PYTHON,
    /** A SyntaxError. */
    SYNTAX,
    /** An IndentationError or TabError. */
    INDENTATION,
    /** No answer within the deadline. */
    DEADLINE,
    /** Every parser thread was busy for too long. */
    BUSY,
    /** The parser itself failed. */
    PARSER_FAILED;

    /** The name in kebab case, for example {@code coding-cookie}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
