package io.crewsmith.python.tree;

import java.math.BigInteger;

/** The value of a literal, typed as Python types it: {@code True} is no number and {@code 1} is no {@code 1.0}. */
public sealed interface PythonValue {

    /** {@code None}. */
    PythonValue NONE = new None();

    /** {@code ...}. */
    PythonValue ELLIPSIS = new Ellipsis();

    /** A str. It holds no lone surrogate, so its UTF-8 form is exact. */
    record Str(String value) implements PythonValue {}

    /** A bytes value; each character (0 to 255) is one byte. */
    record Bytes(String latin1) implements PythonValue {}

    /** An int of at most 256 bits. */
    record Int(BigInteger value) implements PythonValue {}

    /** A float; may be infinite ({@code 1e999}). */
    record Real(double value) implements PythonValue {}

    /** An imaginary literal; literals have no real part, patterns may. */
    record Complex(double real, double imaginary) implements PythonValue {}

    /** {@code True} or {@code False}. */
    record Bool(boolean value) implements PythonValue {}

    /** {@code None}; use {@link #NONE}. */
    record None() implements PythonValue {}

    /** {@code ...}; use {@link #ELLIPSIS}. */
    record Ellipsis() implements PythonValue {}
}
