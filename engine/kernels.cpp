#include "engine/kernels.h"

#include <vector>

namespace ravine {

extern const Kernels baseline_kernels;
#ifdef RAVINE_AVX2
extern const Kernels avx2_kernels;
#endif
#ifdef RAVINE_AVX512
extern const Kernels avx512_kernels;

namespace {

bool has_avx512() {
    return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512cd") != 0 &&
           __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
           __builtin_cpu_supports("avx512vl") != 0;
}

/// A single lane waits for one operation after the other: wide registers give it nothing, and the divider answers it sooner than
/// products do (inverse.h).
const Kernels& avx512_with_narrow_traces() {
    static const Kernels both = [] {
        Kernels k = avx512_kernels;
        k.traces = avx2_kernels.traces;
        return k;
    }();
    return both;
}

}  // namespace
#endif

std::span<const Kernels* const> runnable_kernels() {
    static const std::vector<const Kernels*> runnable = [] {
        std::vector<const Kernels*> sets{&baseline_kernels};
#ifdef RAVINE_AVX2
        if (__builtin_cpu_supports("avx2") != 0) sets.push_back(&avx2_kernels);
#endif
#ifdef RAVINE_AVX512
        if (has_avx512()) sets.push_back(&avx512_with_narrow_traces());
#endif
        return sets;
    }();
    return runnable;
}

const Kernels& kernels() {
    static const Kernels& best = *runnable_kernels().back();
    return best;
}

}  // namespace ravine
