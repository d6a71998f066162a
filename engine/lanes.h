// A few doubles side by side in one SIMD register: the number type of the block kernels.
//
// Every operation works on each lane by itself and gives the same bits whatever stands in the other lanes and however wide the
// register is. That is why sine and cosine are here: xsimd's choose a reduction by looking at all lanes at once. Only IEEE
// operations are used (and fused multiply-add only where it cannot be seen: inverse.h), so SSE2, AVX2 and AVX-512 agree bit for
// bit. Functions that no built-in kernel needs at full speed ask the C library lane by lane.
//
// Everything is a template over the architecture A, so nothing compiled for one is linked into code for another.
#pragma once

#include <cmath>
#include <cstddef>
#include <type_traits>

#include <xsimd/xsimd.hpp>

#include "engine/inverse.h"
#include "engine/scalar.h"

namespace ravine {

template <class A>
struct Lanes {
    using Batch = xsimd::batch<double, A>;
    static constexpr std::size_t width = Batch::size;
    /// x86's minimum and maximum are one instruction that gives the second operand where either is NaN.
    static constexpr bool takes_second_of_nan =
        std::is_base_of_v<xsimd::sse2, A> || std::is_base_of_v<xsimd::avx, A> || std::is_base_of_v<xsimd::avx512f, A>;

    Batch v;

    Lanes() = default;
    Lanes(double all) : v(all) {}
    Lanes(const Batch& batch) : v(batch) {}

    static Lanes load(const double* from) { return Batch::load_unaligned(from); }
    void store(double* to) const { v.store_unaligned(to); }
    /// The first lane. Compilers index vector registers, which takes no detour through memory.
    double first() const { return v.data[0]; }

    friend Lanes operator+(const Lanes& a, const Lanes& b) { return a.v + b.v; }
    friend Lanes operator-(const Lanes& a, const Lanes& b) { return a.v - b.v; }
    friend Lanes operator*(const Lanes& a, const Lanes& b) { return a.v * b.v; }
    friend Lanes operator/(const Lanes& a, const Lanes& b) { return a.v / b.v; }
    // xsimd's is 0 − a for AVX-512, which has no −0.
    friend Lanes operator-(const Lanes& a) { return a.v ^ Batch(-0.0); }

    friend auto operator<(const Lanes& a, const Lanes& b) { return a.v < b.v; }
    friend auto operator>(const Lanes& a, const Lanes& b) { return a.v > b.v; }
    friend auto operator==(const Lanes& a, const Lanes& b) { return a.v == b.v; }

    /// 1 / a in the same bits, for loops that the divider holds up: it may take longer, but leaves the divider to roots.
    friend Lanes inverse(const Lanes& a) { return ::ravine::inverse(a.v); }
    friend Lanes sqrt(const Lanes& a) { return xsimd::sqrt(a.v); }
    friend Lanes abs(const Lanes& a) { return xsimd::abs(a.v); }
    friend Lanes exp(const Lanes& a) { return xsimd::exp(a.v); }
    friend Lanes log(const Lanes& a) {
        // xsimd's is wrong below the smallest normal number: those are scaled by 2^54.
        const auto tiny = a.v < Batch(0x1p-1022);
        const Batch scaled = xsimd::select(tiny, a.v * Batch(0x1p54), a.v);
        return xsimd::log(scaled) - xsimd::select(tiny, Batch(0x1.2b708872320e2p+5), Batch(0.0));
    }
    /// The greater one; the second where either is NaN.
    friend Lanes greater_of(const Lanes& a, const Lanes& b) {
        if constexpr (takes_second_of_nan) return xsimd::max(a.v, b.v);
        return xsimd::select(a.v > b.v, a.v, b.v);
    }
    friend Lanes smaller_of(const Lanes& a, const Lanes& b) {
        if constexpr (takes_second_of_nan) return xsimd::min(a.v, b.v);
        return xsimd::select(a.v < b.v, a.v, b.v);
    }
    /// −1, 0 or 1; NaN for NaN.
    friend Lanes sign(const Lanes& a) {
        const Batch zero(0.0), one(1.0);
        return xsimd::select(a.v > zero, one, xsimd::select(a.v < zero, -one, a.v + zero));
    }
    friend auto is_zero(const Lanes& a) { return a.v == Batch(0.0); }

    friend Lanes tanh(const Lanes& a) { return xsimd::tanh(a.v); }
    friend Lanes tan(const Lanes& a) { return each(a, ::tan); }
    friend Lanes asin(const Lanes& a) { return each(a, ::asin); }
    friend Lanes acos(const Lanes& a) { return each(a, ::acos); }
    friend Lanes atan(const Lanes& a) { return each(a, ::atan); }
    friend Lanes sinh(const Lanes& a) { return each(a, ::sinh); }
    friend Lanes cosh(const Lanes& a) { return each(a, ::cosh); }
    friend Lanes cbrt(const Lanes& a) { return each(a, ::cbrt); }
    friend Lanes log10(const Lanes& a) { return each(a, ::log10); }
    friend Lanes atan2(const Lanes& a, const Lanes& b) { return each(a, b, ::atan2); }
    friend Lanes pow(const Lanes& a, const Lanes& b) { return each(a, b, ::pow); }
    friend Lanes hypot(const Lanes& a, const Lanes& b) { return each(a, b, ::hypot); }

private:
    static Lanes each(const Lanes& a, double (*function)(double)) {
        double x[width];
        a.store(x);
        for (double& lane : x) lane = function(lane);
        return load(x);
    }
    static Lanes each(const Lanes& a, const Lanes& b, double (*function)(double, double)) {
        double x[width], y[width];
        a.store(x), b.store(y);
        for (std::size_t i = 0; i < width; ++i) x[i] = function(x[i], y[i]);
        return load(x);
    }
};

/// `yes` in the lanes where `condition` holds, `no` in the others.
template <class A>
Lanes<A> choose(const xsimd::batch_bool<double, A>& condition, const Lanes<A>& yes, const Lanes<A>& no) {
    return xsimd::select(condition, yes.v, no.v);
}

namespace trig {

/// π/2 in three parts: the first two have 33 bits, so their products with whole numbers below 2^20 are exact.
inline constexpr double half_pi_1 = 0x1.921fb544p+0, half_pi_2 = 0x1.0b4611a6p-34, half_pi_3 = 0x1.3198a2e037073p-69;
inline constexpr double two_over_pi = 0x1.45f306dc9c883p-1;
/// Beyond this size the three parts are not enough, and the C library is asked.
inline constexpr double limit = 1.6e6;

/// The nearest whole number, for sizes below 2^51: adding 1.5 · 2^52 pushes the fraction out of the mantissa.
template <class T>
T nearest(const T& a) {
    const T shift(0x1.8p+52);
    return (a + shift) - shift;
}

/// 1 where the whole number `a` is odd, else 0.
template <class T>
T parity(const T& a) {
    return abs(a - 2.0 * nearest(0.5 * a));
}

/// Taylor's series on [−π/4, π/4]; the first term left out is below 1e-19 of the sum.
template <class T>
T sin_series(const T& r, const T& z) {
    T p(1.0 / 355687428096000);  // 1/17!
    p = p * z - 1.0 / 1307674368000;
    p = p * z + 1.0 / 6227020800;
    p = p * z - 1.0 / 39916800;
    p = p * z + 1.0 / 362880;
    p = p * z - 1.0 / 5040;
    p = p * z + 1.0 / 120;
    p = p * z - 1.0 / 6;
    return r + r * (z * p);
}

template <class T>
T cos_series(const T& z) {
    T p(1.0 / 20922789888000);  // 1/16!
    p = p * z - 1.0 / 87178291200;
    p = p * z + 1.0 / 479001600;
    p = p * z - 1.0 / 3628800;
    p = p * z + 1.0 / 40320;
    p = p * z - 1.0 / 720;
    p = p * z + 1.0 / 24;
    return 1.0 - (0.5 * z - z * z * p);
}

/// The lanes of `result` whose argument is too large, computed one by one.
template <class A>
[[gnu::noinline, gnu::cold]] void repair_large(const Lanes<A>& a, SinCos<Lanes<A>>& result) {
    double x[Lanes<A>::width], s[Lanes<A>::width], c[Lanes<A>::width];
    a.store(x), result.sin.store(s), result.cos.store(c);
    for (std::size_t i = 0; i < Lanes<A>::width; ++i) {
        if (!(x[i] > limit || x[i] < -limit)) continue;
        s[i] = ::sin(x[i]);
        c[i] = ::cos(x[i]);
    }
    result = {Lanes<A>::load(s), Lanes<A>::load(c)};
}

}  // namespace trig

/// Sine and cosine of each lane, within about one unit in the last place. NaN for infinities.
template <class A>
SinCos<Lanes<A>> sincos(const Lanes<A>& a) {
    using T = Lanes<A>;
    const T n = trig::nearest(a * trig::two_over_pi);
    const T r = ((a - n * trig::half_pi_1) - n * trig::half_pi_2) - n * trig::half_pi_3;
    const T z = r * r;
    const T s = trig::sin_series(r, z), c = trig::cos_series(z);
    const T odd = trig::parity(n);                       // odd quarter turns swap sine and cosine
    const T half_turns = trig::parity((n - odd) * 0.5);  // odd half turns change the sign
    const T sign = 1.0 - 2.0 * half_turns;
    const auto swapped = odd > T(0.5);
    SinCos<T> result{sign * choose(swapped, c, s), sign * choose(swapped, -s, c)};
    const T size = abs(a);
    if (xsimd::any((size.v > T(trig::limit).v) & (size.v < T(HUGE_VAL).v))) trig::repair_large(a, result);
    return result;
}

template <class A>
Lanes<A> sin(const Lanes<A>& a) {
    return sincos(a).sin;
}

template <class A>
Lanes<A> cos(const Lanes<A>& a) {
    return sincos(a).cos;
}

}  // namespace ravine
