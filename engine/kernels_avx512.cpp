// Kernels for x86 processors with AVX-512 as Skylake-X and Zen 4 have it.
#include <immintrin.h>

// Fused multiply-add comes with the instruction set, and newer versions of xsimd use it in exp, log and tanh. Every other set
// rounds product and sum, so they do here. (inverse.h asks for its fused steps by their rounding.)
#define _mm512_fmadd_pd(a, b, c) _mm512_add_pd(_mm512_mul_pd(a, b), c)
#define _mm512_fmsub_pd(a, b, c) _mm512_sub_pd(_mm512_mul_pd(a, b), c)
#define _mm512_fnmadd_pd(a, b, c) _mm512_sub_pd(c, _mm512_mul_pd(a, b))

#include "engine/kernels_of.h"

namespace ravine {

extern const Kernels avx512_kernels;
constinit const Kernels avx512_kernels = kernels_of<xsimd::avx512dq>("AVX-512");

}  // namespace ravine
