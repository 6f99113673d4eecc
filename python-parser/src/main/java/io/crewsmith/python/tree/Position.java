package io.crewsmith.python.tree;

/**
 * A place in the source.
 *
 * @param line 1-based; lines end at LF alone, as Python counts them
 * @param column 1-based, in characters (Unicode code points), like the offset of a CPython SyntaxError
 */
public record Position(int line, int column) implements Comparable<Position> {

    /** The first character of a file. */
    public static final Position START = new Position(1, 1);

    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1, not " + line + ":" + column);
        }
    }

    @Override
    public int compareTo(Position other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
