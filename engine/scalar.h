// The functions that objectives, update rules and typed expressions are written with, for plain doubles. Lanes (lanes.h) and
// Dual (dual.h) bring the same names for their types.
#pragma once

#include <cmath>

namespace ravine {

using std::abs;
using std::acos;
using std::asin;
using std::atan;
using std::atan2;
using std::cbrt;
using std::cos;
using std::cosh;
using std::exp;
using std::hypot;
using std::log;
using std::log10;
using std::pow;
using std::sin;
using std::sinh;
using std::sqrt;
using std::tan;
using std::tanh;

/// Sine and cosine of one argument.
template <class T>
struct SinCos {
    T sin, cos;
};
inline SinCos<double> sincos(double a) { return {std::sin(a), std::cos(a)}; }

/// The second where either is NaN.
inline double greater_of(double a, double b) { return a > b ? a : b; }
inline double smaller_of(double a, double b) { return a < b ? a : b; }

/// Whether it holds in any lane; for lanes, xsimd's.
inline bool any(bool condition) { return condition; }

inline double choose(bool condition, double yes, double no) { return condition ? yes : no; }

/// 1 / a, as quotients are rounded. Lanes have a way without the divider.
inline double inverse(double a) { return 1.0 / a; }

/// −1, 0 or 1; NaN for NaN. Never −0.
inline double sign(double a) { return a > 0 ? 1.0 : a < 0 ? -1.0 : a + 0.0; }

/// Whether nothing that `a` is made of differs from 0.
inline bool is_zero(double a) { return a == 0; }

}  // namespace ravine
