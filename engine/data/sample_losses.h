// What objectives that are means over samples have in common: how a residual counts, the weighted mean, and the penalties.
//
// Everything that kernels call is a template over the number type, so that each instruction set has its own.
#pragma once

#include <cmath>

#include "engine/dual.h"

namespace ravine {

/// How a residual r = prediction − target counts:
///   mse    r²
///   mae    |r|
///   huber  ½ r² up to |r| = δ and δ (|r| − ½ δ) beyond (P. Huber, Annals of Mathematical Statistics 35, 1964); PyTorch's scale
enum class Loss { mse, mae, huber };

struct SquaredResidual {
    template <class T>
    T operator()(const T& r) const {
        return square(r);
    }
};

struct AbsoluteResidual {
    template <class T>
    T operator()(const T& r) const {
        return abs(r);
    }
};

struct HuberResidual {
    double delta;

    /// With c = r held within ±δ both branches are c (r − ½ c).
    template <class T>
    T operator()(const T& r) const {
        const T c = greater_of(T(-delta), smaller_of(T(delta), r));
        return c * (r - 0.5 * c);
    }
};

/// body(counted) with the function object of `loss`: the choice is made once, not for every sample.
template <class Body>
auto with_loss(Loss loss, double delta, Body body) {
    switch (loss) {
        case Loss::mae:
            return body(AbsoluteResidual{});
        case Loss::huber:
            return body(HuberResidual{delta});
        case Loss::mse:
            break;
    }
    return body(SquaredResidual{});
}

/// weight · a, where the weight is a constant: a double, or lanes of them.
template <class T, class W>
T weighted(const W& weight, const T& a) {
    if constexpr (requires { a.dx; })
        return {weighted(weight, a.v), weighted(weight, a.dx), weighted(weight, a.dy)};
    else
        return weight * a;
}

/// Σ weights[i] · loss(i) over N samples; nullptr stands for N weights of 1/N.
template <class T, int N, class W, class SampleLoss>
T weighted_loss(const W* weights, SampleLoss loss) {
    T sum(0.0);
    if (weights == nullptr) {
        for (int i = 0; i < N; ++i) sum = sum + loss(i);
        return sum * (1.0 / N);
    }
    for (int i = 0; i < N; ++i) sum = sum + weighted(weights[i], loss(i));
    return sum;
}

/// l1 (|x| + |y|) + l2 (x² + y²).
struct Penalty {
    double l1, l2;

    template <class T>
    T added_to(T loss, const T& x, const T& y) const {
        if (l1 != 0) loss = loss + l1 * (abs(x) + abs(y));
        if (l2 != 0) loss = loss + l2 * (square(x) + square(y));
        return loss;
    }
};

}  // namespace ravine
