package io.crewsmith.python;

/** A place in a source, line and column counted from 1; column 0 is the whole line, line 0 the whole file. */
public record Position(int line, int column) {

    public static final Position WHOLE_FILE = new Position(0, 0);

    public Position {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("No such place: line %d, column %d".formatted(line, column));
        }
    }
}
