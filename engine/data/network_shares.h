// What the tanh units of the network behind network_slice.h give, on a plane: tanh(u) = 1 − 2 / (1 + exp 2u).
//
// 2u is linear in x and y, so exp 2u is a product of a factor of x and one of y, and a grid computes those once per column and
// once per row. What is left for each point and unit is two products and a share of a division: four reciprocals come from one.
// Sample 2k + 1 lies opposite to sample 2k, so its factors are the same ones. Far from the origin, where products of four
// could leave the range of a double, each unit is computed by itself.
#pragma once

#include <array>
#include <cstddef>

#include "engine/data/network.h"
#include "engine/dual.h"

namespace ravine {

/// 1 / (1 + exp 2u) of all units: for a sample, and for the one opposite to it.
template <class T>
struct NetworkShares {
    T first[network_units], second[network_units];
};

/// Factors of one coordinate; the last number is the coordinate itself.
template <class T>
using NetworkFactors = std::array<T, network_exponents + 1>;

template <class T>
NetworkFactors<T> factors_of_x(const NetworkPlane& plane, const T& x) {
    NetworkFactors<T> f{};
    for (std::size_t k = 0; k < network_exponents; ++k) f[k] = exp(plane.exponent[k][0] + x * plane.exponent[k][1]);
    f.back() = x;
    return f;
}
template <class T>
NetworkFactors<T> factors_of_y(const NetworkPlane& plane, const T& y) {
    NetworkFactors<T> f{};
    for (std::size_t k = 0; k < network_exponents; ++k) f[k] = exp(y * plane.exponent[k][2]);
    f.back() = y;
    return f;
}

/// c₀ + c₁ x + c₂ y.
template <class T>
T on_plane(const double* c, const T& x, const T& y) {
    return (c[0] + x * c[1]) + y * c[2];
}

/// All shares at one point, pair of samples by pair of samples. What it is made from must outlive it.
template <class T>
class NetworkPoint {
public:
    NetworkPoint(const NetworkPlane& plane, const NetworkFactors<T>& of_x, const NetworkFactors<T>& of_y)
        : plane_(plane), of_x_(of_x), of_y_(of_y), is_far_(greater_of(abs(of_x.back()), abs(of_y.back())) > T(plane.reach)) {
        for (int j = 0; j < network_units; ++j) of_bias_[j] = factor(network_pairs * network_units + j);
    }

    NetworkShares<T> shares(int pair) const {
        NetworkShares<T> near = nearby(pair);
        if (!any(is_far_)) return near;
        const NetworkShares<T> far = far_off(pair);
        for (int j = 0; j < network_units; ++j) {
            near.first[j] = choose(is_far_, far.first[j], near.first[j]);
            near.second[j] = choose(is_far_, far.second[j], near.second[j]);
        }
        return near;
    }

private:
    T factor(int k) const { return of_x_[static_cast<std::size_t>(k)] * of_y_[static_cast<std::size_t>(k)]; }

    NetworkShares<T> nearby(int pair) const {
        NetworkShares<T> s{};
        T of_sample[network_units];
        for (int j = 0; j < network_units; ++j) {
            of_sample[j] = factor(pair * network_units + j);
            s.first[j] = 1.0 + of_sample[j] * of_bias_[j];
            s.second[j] = of_sample[j] + of_bias_[j];
        }
        for (int j = 0; j < network_units; j += 4) invert(s.first + j), invert(s.second + j);
        for (int j = 0; j < network_units; ++j) s.second[j] = of_sample[j] * s.second[j];
        return s;
    }

    /// Beyond exp 700 there is nothing left of a share.
    NetworkShares<T> far_off(int pair) const {
        const auto share = [](const T& u2) { return 1.0 / (1.0 + exp(smaller_of(u2, T(700.0)))); };
        const T &x = of_x_.back(), &y = of_y_.back();
        NetworkShares<T> s{};
        for (int j = 0; j < network_units; ++j) {
            const T sample = on_plane(plane_.exponent[pair * network_units + j], x, y);
            const T bias = on_plane(plane_.exponent[network_pairs * network_units + j], x, y);
            s.first[j] = share(bias + sample);
            s.second[j] = share(bias - sample);
        }
        return s;
    }

    /// Four reciprocals.
    static void invert(T* d) {
        const T ab = d[0] * d[1], cd = d[2] * d[3];
        const T all = 1.0 / (ab * cd);
        const T of_ab = all * cd, of_cd = all * ab;
        const T a = of_ab * d[1], b = of_ab * d[0], c = of_cd * d[3], e = of_cd * d[2];
        d[0] = a, d[1] = b, d[2] = c, d[3] = e;
    }

    const NetworkPlane& plane_;
    const NetworkFactors<T>&of_x_, &of_y_;
    T of_bias_[network_units];
    decltype(T(0.0) > T(0.0)) is_far_;
};

/// For second derivatives: a share s of 2u changes by −s (1 − s).
template <class T>
class NetworkPoint<Dual<T>> {
public:
    NetworkPoint(const NetworkPlane& plane, const Dual<T>& x, const Dual<T>& y)
        : plane_(plane),
          x_(x),
          y_(y),
          of_x_(factors_of_x(plane, x.v)),
          of_y_(factors_of_y(plane, y.v)),
          values_(plane, of_x_, of_y_) {}
    NetworkPoint(const NetworkPoint&) = delete;
    NetworkPoint& operator=(const NetworkPoint&) = delete;

    NetworkShares<Dual<T>> shares(int pair) const {
        const NetworkShares<T> at = values_.shares(pair);
        NetworkShares<Dual<T>> s{};
        for (int j = 0; j < network_units; ++j) {
            const Dual<T> sample = on_plane(plane_.exponent[pair * network_units + j], x_, y_);
            const Dual<T> bias = on_plane(plane_.exponent[network_pairs * network_units + j], x_, y_);
            s.first[j] = chain(bias + sample, at.first[j], at.first[j] * (at.first[j] - 1.0));
            s.second[j] = chain(bias - sample, at.second[j], at.second[j] * (at.second[j] - 1.0));
        }
        return s;
    }

private:
    const NetworkPlane& plane_;
    Dual<T> x_, y_;
    NetworkFactors<T> of_x_, of_y_;
    NetworkPoint<T> values_;
};

}  // namespace ravine
