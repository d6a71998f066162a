// Forward-mode automatic differentiation: a number that carries its derivatives by x and y.
//
// T is double, Lanes<A> (block kernels), or Dual<double> itself: then the parts hold second derivatives. Each operation applies
// its rule of calculus, so derivatives are as exact as the value. Mixed operations with a double leave derivatives alone.
#pragma once

#include "engine/scalar.h"

namespace ravine {

template <class T>
struct Dual {
    T v, dx, dy;

    Dual() = default;
    Dual(double constant) : v(constant), dx(0.0), dy(0.0) {}
    Dual(const T& value, const T& by_x, const T& by_y) : v(value), dx(by_x), dy(by_y) {}

    friend Dual operator+(const Dual& a, const Dual& b) { return {a.v + b.v, a.dx + b.dx, a.dy + b.dy}; }
    friend Dual operator-(const Dual& a, const Dual& b) { return {a.v - b.v, a.dx - b.dx, a.dy - b.dy}; }
    friend Dual operator*(const Dual& a, const Dual& b) { return {a.v * b.v, a.dx * b.v + a.v * b.dx, a.dy * b.v + a.v * b.dy}; }
    friend Dual operator/(const Dual& a, const Dual& b) {
        const T q = a.v / b.v;
        return {q, (a.dx - q * b.dx) / b.v, (a.dy - q * b.dy) / b.v};
    }
    friend Dual operator-(const Dual& a) { return {-a.v, -a.dx, -a.dy}; }

    friend Dual operator+(const Dual& a, double c) { return {a.v + c, a.dx, a.dy}; }
    friend Dual operator+(double c, const Dual& a) { return {c + a.v, a.dx, a.dy}; }
    friend Dual operator-(const Dual& a, double c) { return {a.v - c, a.dx, a.dy}; }
    friend Dual operator-(double c, const Dual& a) { return {c - a.v, -a.dx, -a.dy}; }
    friend Dual operator*(const Dual& a, double c) { return {a.v * c, a.dx * c, a.dy * c}; }
    friend Dual operator*(double c, const Dual& a) { return {c * a.v, c * a.dx, c * a.dy}; }
    friend Dual operator/(const Dual& a, double c) { return {a.v / c, a.dx / c, a.dy / c}; }
    friend Dual operator/(double c, const Dual& a) { return Dual(c) / a; }
};

/// The coordinates as numbers to differentiate by.
template <class T>
Dual<T> variable_x(const T& x) {
    return {x, T(1.0), T(0.0)};
}
template <class T>
Dual<T> variable_y(const T& y) {
    return {y, T(0.0), T(1.0)};
}

/// f(a), given its value and its slope f′(a).
template <class T>
Dual<T> chain(const Dual<T>& a, const T& value, const T& slope) {
    return {value, slope * a.dx, slope * a.dy};
}

template <class T>
T square(const T& a) {
    return a * a;
}
template <class T>
Dual<T> square(const Dual<T>& a) {
    return chain(a, square(a.v), a.v + a.v);
}

/// A whole power, by multiplications; n ≥ 0.
template <class T>
T power(const T& a, int n) {
    T result(1.0);
    for (T factor = a; n > 0; n /= 2, factor = factor * factor)
        if (n % 2 == 1) result = result * factor;
    return result;
}
template <class T>
Dual<T> power(const Dual<T>& a, int n) {
    if (n == 0) return Dual<T>(1.0);
    const T below = power(a.v, n - 1);
    return chain(a, below * a.v, static_cast<double>(n) * below);
}

template <class T>
Dual<T> sqrt(const Dual<T>& a) {
    const T root = sqrt(a.v);
    return chain(a, root, 0.5 / root);
}
template <class T>
Dual<T> exp(const Dual<T>& a) {
    const T e = exp(a.v);
    return chain(a, e, e);
}
template <class T>
Dual<T> log(const Dual<T>& a) {
    return chain(a, log(a.v), 1.0 / a.v);
}

template <class T>
SinCos<Dual<T>> sincos(const Dual<T>& a) {
    const SinCos<T> at = sincos(a.v);
    return {chain(a, at.sin, at.cos), chain(a, at.cos, -at.sin)};
}
template <class T>
Dual<T> sin(const Dual<T>& a) {
    return sincos(a).sin;
}
template <class T>
Dual<T> cos(const Dual<T>& a) {
    return sincos(a).cos;
}

}  // namespace ravine
