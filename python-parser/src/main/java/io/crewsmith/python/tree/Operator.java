package io.crewsmith.python.tree;

/** Python's operators by kind; names follow CPython's {@code ast}. */
public sealed interface Operator {

    /** Two operands, one value. */
    enum Binary implements Operator {
        ADD,
        SUB,
        MULT,
        MAT_MULT,
        DIV,
        MOD,
        POW,
        L_SHIFT,
        R_SHIFT,
        BIT_OR,
        BIT_XOR,
        BIT_AND,
        FLOOR_DIV
    }

    /** One operand. */
    enum Unary implements Operator {
        INVERT,
        NOT,
        U_ADD,
        U_SUB
    }

    /** {@code and}, {@code or}. */
    enum Bool implements Operator {
        AND,
        OR
    }

    /** Comparisons, which Python chains. */
    enum Compare implements Operator {
        EQ,
        NOT_EQ,
        LT,
        LT_E,
        GT,
        GT_E,
        IS,
        IS_NOT,
        IN,
        NOT_IN
    }
}
