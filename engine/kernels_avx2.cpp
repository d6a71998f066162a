// Kernels for x86 processors with AVX2. Compiled with -mavx2 alone: with fused multiply-add the bits would differ.
#include "engine/kernels_of.h"

namespace ravine {

extern const Kernels avx2_kernels;
constinit const Kernels avx2_kernels = kernels_of<xsimd::default_arch>("AVX2");

}  // namespace ravine
