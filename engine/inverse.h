// 1 / b without the divider, in the divider's bits.
//
// An adaptive rule takes a root and an inverse per coordinate, and both keep the same unit busy: on Zen 4 for 16 and 9 cycles per
// eight lanes, while the units that multiply wait. Where fused multiply-add is at hand, they make the inverse beside the roots:
// vrcp14pd's approximation, two steps of Newton's method, and the residual correction of P. Markstein, "Computation of elementary
// functions on the IBM RISC System/6000 processor", IBM J. Res. Dev. 34 (1990).
//
// Why the last bit is right. Powers of two aside, let 1 ≤ b < 2: 1/b lies among doubles that are u = 2⁻⁵³ apart, whose midpoints
// m are odd multiples of 2⁻⁵⁴. A step from y with e = 1 − b y to y + y e has the exact value (1 − e²) / b.
//   1. vrcp14pd promises |e| ≤ 2⁻¹⁴. After one step, with its roundings, |e| < 1.1 · 2⁻²⁸.
//   2. The second step comes out less than 2⁻⁵⁵ below 1/b or, e being rounded, less than 2⁻⁸⁰ above it, and is rounded up. So y
//   is
//      at most u + 2⁻⁸⁰ from 1/b; and where some m is within 2⁻¹⁰⁰ of 1/b, y = m + u/2, the double above m.
//   3. The last step comes out within 2⁻¹⁰³ of 1/b and is rounded to nearest. That is right unless some m is as near. Then e is
//      exact (a multiple of 2⁻¹⁰⁵ below 2⁻⁵²), and the step comes out at 1/b − b (y − 1/b)², on the same side of m as 1/b:
//      plainly if 1/b < m. Else y − 1/b < u/2, so it is less than b 2⁻¹⁰⁸ below 1/b; but 1 − b m is a multiple of 2⁻¹⁰⁶ and not
//      0, so m is at least 2⁻¹⁰⁶ / b below 1/b, which is more, since b² < 4.
// Rounded to nearest in step 2, y may be the double below m, and b = 2 − 2⁻⁵² fails.
#pragma once

#include <cstdint>
#include <type_traits>

#include <xsimd/xsimd.hpp>

namespace ravine {

#ifdef __AVX512F__
/// The divider answers for registers with a lane outside of 2^-1000 ≤ b < 2^1000: there a step could leave the normal numbers.
inline __m512d inverse_by_products(__m512d b) {
    constexpr int nearest = _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC, up = _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC;
    const auto power_of_two = [](int n) { return _mm512_set1_epi64(std::int64_t{n} << 52); };  // by difference of bits
    const __m512d one = _mm512_set1_pd(1.0);
    // Without sign: what is negative, too small, too large or NaN is far above.
    const __m512i above_least = _mm512_sub_epi64(_mm512_castpd_si512(b), power_of_two(1023 - 1000));
    if (_mm512_cmpge_epu64_mask(above_least, power_of_two(2000)) != 0) [[unlikely]]
        return _mm512_div_pd(one, b);
    const auto e = [&](__m512d y) { return _mm512_fnmadd_round_pd(b, y, one, nearest); };
    __m512d y = _mm512_rcp14_pd(b);
    y = _mm512_fmadd_round_pd(y, e(y), y, nearest);
    y = _mm512_fmadd_round_pd(y, e(y), y, up);
    return _mm512_fmadd_round_pd(y, e(y), y, nearest);
}
#endif

template <class A>
xsimd::batch<double, A> inverse(const xsimd::batch<double, A>& b) {
#ifdef __AVX512F__
    if constexpr (std::is_base_of_v<xsimd::avx512f, A>) return inverse_by_products(b);
#endif
    return xsimd::batch<double, A>(1.0) / b;
}

}  // namespace ravine
