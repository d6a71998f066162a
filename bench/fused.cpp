#include "bench/fused.h"

#include <numbers>

#include <xsimd/xsimd.hpp>

namespace bench {
namespace {

using Batch = xsimd::batch<double>;
static_assert(8 % Batch::size == 0);

/// gradient(x, y, gx, gy)
template <class Gradient>
void step(const FusedArguments& a, Gradient gradient) {
    const Batch lr(a.lr), rho(a.rho), rest(1 - a.rho), eps(a.eps);
    for (std::size_t i = 0; i < a.lanes; i += Batch::size) {
        const Batch x = Batch::load_unaligned(a.x + i), y = Batch::load_unaligned(a.y + i);
        Batch gx, gy;
        gradient(x, y, gx, gy);
        const Batch sx = rho * Batch::load_unaligned(a.sx + i) + rest * (gx * gx);
        const Batch sy = rho * Batch::load_unaligned(a.sy + i) + rest * (gy * gy);
        (x - lr * gx / (xsimd::sqrt(sx) + eps)).store_unaligned(a.x + i);
        (y - lr * gy / (xsimd::sqrt(sy) + eps)).store_unaligned(a.y + i);
        sx.store_unaligned(a.sx + i), sy.store_unaligned(a.sy + i);
    }
}

}  // namespace

bool can_run_fused() {
#ifdef __AVX2__
    return __builtin_cpu_supports("avx2") != 0;
#else
    return true;
#endif
}

void fused_rosenbrock_step(const FusedArguments& arguments) {
    step(arguments, [](const Batch& x, const Batch& y, Batch& gx, Batch& gy) {
        const Batch valley = y - x * x;
        gx = 2.0 * (x - 1.0) - 400.0 * (x * valley);
        gy = 200.0 * valley;
    });
}

void fused_rastrigin_step(const FusedArguments& arguments) {
    step(arguments, [](const Batch& x, const Batch& y, Batch& gx, Batch& gy) {
        const Batch turn(2 * std::numbers::pi), height(20 * std::numbers::pi);
        gx = 2.0 * x + height * xsimd::sin(turn * x);
        gy = 2.0 * y + height * xsimd::sin(turn * y);
    });
}

}  // namespace bench
