// The yardstick for blocks: RMSprop and one objective's gradient written by hand as a single loop, with nothing else in it - no
// height, no effective rate, no options. Built for AVX2 where the processor's family has it, as the engine's own kernels are.
#pragma once

#include <cstddef>

namespace bench {

/// lanes: a multiple of 8. Arrays of `lanes` numbers.
struct FusedArguments {
    std::size_t lanes;
    double *x, *y, *sx, *sy;
    double lr, rho, eps;
};

bool can_run_fused();
void fused_rosenbrock_step(const FusedArguments& arguments);
void fused_rastrigin_step(const FusedArguments& arguments);

}  // namespace bench
