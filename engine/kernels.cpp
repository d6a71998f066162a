#include "engine/kernels.h"

namespace ravine {

extern const Kernels baseline_kernels;
#ifdef RAVINE_AVX2
extern const Kernels avx2_kernels;
#endif

std::span<const Kernels* const> runnable_kernels() {
#ifdef RAVINE_AVX2
    static constexpr const Kernels* both[] = {&baseline_kernels, &avx2_kernels};
    static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
    return std::span(both).first(has_avx2 ? 2 : 1);
#else
    static constexpr const Kernels* only[] = {&baseline_kernels};
    return only;
#endif
}

const Kernels& kernels() {
    static const Kernels& best = *runnable_kernels().back();
    return best;
}

}  // namespace ravine
