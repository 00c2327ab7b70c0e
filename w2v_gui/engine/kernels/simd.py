"""Eight single-precision numbers at once.

Left to itself, the compiler guards every loop over a few rows with checks that they do not overlap, and ends
it with a scalar remainder; for rows of a hundred numbers that costs more than the arithmetic. These
functions say what is meant instead. The compiler maps eight numbers to one register where the processor has
such registers, and to two or more where it has not.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic, models, register_model

WIDTH = 8
"""Rows are padded to a multiple of this; the padding is zero and stays zero."""

_VECTOR = ir.VectorType(ir.FloatType(), WIDTH)


class Float8(types.Type):
    """The type of eight float32 values."""

    def __init__(self) -> None:
        super().__init__("Float8")


float8 = Float8()


@register_model(Float8)
class _Float8Model(models.PrimitiveModel):
    def __init__(self, manager: Any, fe_type: Any) -> None:
        super().__init__(manager, fe_type, _VECTOR)  # type: ignore[no-untyped-call]


def padded(vector_size: int) -> int:
    """Return the length of a padded row."""
    return -(-vector_size // WIDTH) * WIDTH


def _address(context: Any, builder: Any, array_type: Any, array: Any, index: Any) -> Any:
    data = context.make_array(array_type)(context, builder, array).data
    return builder.bitcast(builder.gep(data, [index]), _VECTOR.as_pointer())


def _load(typing_context, array, index):  # type: ignore[no-untyped-def]
    """Return ``array[index:index + 8]``."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.load(_address(context, builder, signature.args[0], args[0], args[1]), align=4)

    return float8(array, types.uint64), code


def _store(typing_context, array, index, value):  # type: ignore[no-untyped-def]
    """Set ``array[index:index + 8] = value``."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        builder.store(args[2], _address(context, builder, signature.args[0], args[0], args[1]), align=4)
        return context.get_dummy_value()

    return types.void(array, types.uint64, float8), code


def _splat(typing_context, number):  # type: ignore[no-untyped-def]
    """Return a vector with ``number`` in every place."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        i32 = ir.IntType(32)
        one = builder.insert_element(ir.Constant(_VECTOR, ir.Undefined), args[0], i32(0))
        return builder.shuffle_vector(
            one, ir.Constant(_VECTOR, ir.Undefined), ir.Constant(ir.VectorType(i32, WIDTH), [0] * WIDTH)
        )

    return float8(types.float32), code


def _multiply_add(typing_context, a, b, c):  # type: ignore[no-untyped-def]
    """Return a · b + c, rounded once where the processor can."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        insert: Any = cgutils.get_or_insert_function
        function = insert(builder.module, ir.FunctionType(_VECTOR, [_VECTOR] * 3), f"llvm.fmuladd.v{WIDTH}f32")
        return builder.call(function, args)

    return float8(float8, float8, float8), code


def _add(typing_context, a, b):  # type: ignore[no-untyped-def]
    """Return a + b."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.fadd(*args)

    return float8(float8, float8), code


def _maximum(typing_context, a, b):  # type: ignore[no-untyped-def]
    """Return the larger of each pair; b where one of them is NaN."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.select(builder.fcmp_ordered(">", *args), *args)

    return float8(float8, float8), code


def _fold(builder: Any, value: Any, combine: Any) -> Any:
    """Combine the eight numbers to one: the upper half with the lower one, three times."""
    i32, half = ir.IntType(32), WIDTH // 2
    while half:
        low = ir.Constant(ir.VectorType(i32, half), list(range(half)))
        high = ir.Constant(ir.VectorType(i32, half), list(range(half, 2 * half)))
        value = combine(builder.shuffle_vector(value, value, low), builder.shuffle_vector(value, value, high))
        half //= 2
    return builder.extract_element(value, i32(0))


def _total(typing_context, vector):  # type: ignore[no-untyped-def]
    """Return the sum of the eight numbers."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return _fold(builder, args[0], builder.fadd)

    return types.float32(float8), code


def _largest(typing_context, vector):  # type: ignore[no-untyped-def]
    """Return the largest of the eight numbers."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return _fold(builder, args[0], lambda a, b: builder.select(builder.fcmp_ordered(">", a, b), a, b))

    return types.float32(float8), code


load: Any = intrinsic(_load)
store: Any = intrinsic(_store)
splat: Any = intrinsic(_splat)
multiply_add: Any = intrinsic(_multiply_add)
add: Any = intrinsic(_add)
maximum: Any = intrinsic(_maximum)
total: Any = intrinsic(_total)
largest: Any = intrinsic(_largest)
