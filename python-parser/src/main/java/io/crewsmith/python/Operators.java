package io.crewsmith.python;

import com.oracle.graal.python.pegparser.sst.CmpOpTy;
import com.oracle.graal.python.pegparser.sst.OperatorTy;
import com.oracle.graal.python.pegparser.sst.UnaryOpTy;
import io.crewsmith.python.tree.Operator;

/** One operator for another. */
final class Operators {

    private Operators() {}

    static Operator.Binary of(OperatorTy operator) {
        return switch (operator) {
            case Add -> Operator.Binary.ADD;
            case Sub -> Operator.Binary.SUB;
            case Mult -> Operator.Binary.MULT;
            case MatMult -> Operator.Binary.MAT_MULT;
            case Div -> Operator.Binary.DIV;
            case Mod -> Operator.Binary.MOD;
            case Pow -> Operator.Binary.POW;
            case LShift -> Operator.Binary.L_SHIFT;
            case RShift -> Operator.Binary.R_SHIFT;
            case BitOr -> Operator.Binary.BIT_OR;
            case BitXor -> Operator.Binary.BIT_XOR;
            case BitAnd -> Operator.Binary.BIT_AND;
            case FloorDiv -> Operator.Binary.FLOOR_DIV;
        };
    }

    static Operator.Unary of(UnaryOpTy operator) {
        return switch (operator) {
            case Invert -> Operator.Unary.INVERT;
            case Not -> Operator.Unary.NOT;
            case UAdd -> Operator.Unary.U_ADD;
            case USub -> Operator.Unary.U_SUB;
        };
    }

    static Operator.Compare of(CmpOpTy operator) {
        return switch (operator) {
            case Eq -> Operator.Compare.EQ;
            case NotEq -> Operator.Compare.NOT_EQ;
            case Lt -> Operator.Compare.LT;
            case LtE -> Operator.Compare.LT_E;
            case Gt -> Operator.Compare.GT;
            case GtE -> Operator.Compare.GT_E;
            case Is -> Operator.Compare.IS;
            case IsNot -> Operator.Compare.IS_NOT;
            case In -> Operator.Compare.IN;
            case NotIn -> Operator.Compare.NOT_IN;
        };
    }

    static Operator.Bool of(com.oracle.graal.python.pegparser.sst.BoolOpTy operator) {
        return switch (operator) {
            case And -> Operator.Bool.AND;
            case Or -> Operator.Bool.OR;
        };
    }
}
