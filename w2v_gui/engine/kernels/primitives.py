"""Small pieces that the kernels share: functions of a logit, the rate, indivisible counting."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from llvmlite import ir
from numba import float32, types
from numba.extending import intrinsic

from w2v_gui.compiled import compiled


def _fetch_add(typing_context, array, amount):
    """Add ``amount`` to ``array[0]`` (int64) in one indivisible step and return what was there before."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        data = context.make_array(signature.args[0])(context, builder, args[0]).data
        return builder.atomic_rmw("add", data, args[1], "monotonic")

    return types.int64(array, types.int64), code


fetch_add: Any = intrinsic(_fetch_add)


def _nearest(typing_context, y):
    """Return the whole number nearest to a float32, as a float32."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.call(builder.module.declare_intrinsic("llvm.rint", [ir.FloatType()]), args)

    return types.float32(types.float32), code


def _power_of_two(typing_context, i):
    """Return 2^i for a whole float32 between −126 and 127, by writing i into the exponent bits."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        i32 = ir.IntType(32)
        exponent = builder.add(builder.fptosi(args[0], i32), i32(127))
        return builder.bitcast(builder.shl(exponent, i32(23)), ir.FloatType())

    return types.float32(types.float32), code


nearest: Any = intrinsic(_nearest)
power_of_two: Any = intrinsic(_power_of_two)


@compiled
def rate(schedule, words):
    """Return the learning rate after so many words, as `Schedule.alpha` does."""
    return float32(max(schedule.floor, schedule.start - schedule.slope * words))


@compiled
def sigmoid(u):
    """Return σ(u) = (1 + tanh(u/2)) / 2 to about 1e-7, without a branch, so that it vectorises.

    tanh is the rational minimax approximation of degree 13 / 6 on [−9, 9] whose coefficients are used by
    Eigen (MathFunctionsImpl.h); beyond that, σ differs from 0 or 1 by less than single precision can show.
    """
    t = max(min(float32(0.5) * u, float32(9.0)), float32(-9.0))
    s = t * t
    p = float32(-2.76076847742355e-16) * s + float32(2.00018790482477e-13)
    p = p * s + float32(-8.60467152213735e-11)
    p = p * s + float32(5.12229709037114e-08)
    p = p * s + float32(1.48572235717979e-05)
    p = p * s + float32(6.37261928875436e-04)
    p = p * s + float32(4.89352455891786e-03)
    q = float32(1.19825839466702e-06) * s + float32(1.18534705686654e-04)
    q = q * s + float32(2.26843463243900e-03)
    q = q * s + float32(4.89352518554385e-03)
    return float32(0.5) + float32(0.5) * t * p / q


@compiled
def exponential(x):
    """Return exp(x) for x ≤ 0 without a branch, so that it vectorises.

    exp(x) = 2^i · 2^f with i whole and |f| ≤ ½; 2^f is its Taylor series to the seventh power. The
    relative error grows from 1e-7 near 0 to 5e-6 at −87, as x itself loses digits; below −87 the result is
    2^−126 instead of something smaller.
    """
    y = (float32(-87.0) if x < float32(-87.0) else x) * float32(1.4426950408889634)
    i = nearest(y)
    f = (y - i) * float32(0.6931471805599453)
    p = float32(1 / 5040) * f + float32(1 / 720)
    p = p * f + float32(1 / 120)
    p = p * f + float32(1 / 24)
    p = p * f + float32(1 / 6)
    p = p * f + float32(0.5)
    p = p * f + float32(1.0)
    p = p * f + float32(1.0)
    return p * power_of_two(i)


@compiled
def softplus(u):
    """Return ln(1 + exp(u)) = −ln σ(−u), in float64."""
    u = np.float64(u)
    return max(u, 0.0) + math.log1p(math.exp(-abs(u)))
