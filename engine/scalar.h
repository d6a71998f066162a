// The functions that objectives and update rules are written with, for plain doubles. Lanes (lanes.h) and Dual (dual.h) bring
// the same names for their types.
#pragma once

#include <cmath>

namespace ravine {

using std::abs;
using std::cos;
using std::exp;
using std::log;
using std::sin;
using std::sqrt;

/// Sine and cosine of one argument.
template <class T>
struct SinCos {
    T sin, cos;
};
inline SinCos<double> sincos(double a) { return {std::sin(a), std::cos(a)}; }

/// The second where either is NaN.
inline double greater_of(double a, double b) { return a > b ? a : b; }
inline double smaller_of(double a, double b) { return a < b ? a : b; }

inline double choose(bool condition, double yes, double no) { return condition ? yes : no; }

}  // namespace ravine
