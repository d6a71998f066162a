// The block kernels: one per objective and one per update rule (N + M, never N × M), compiled for each instruction set and
// chosen when the program runs. All instruction sets give the same bits.
#pragma once

#include <cstddef>
#include <span>

namespace ravine {

/// Arrays of a block of lanes. Two-coordinate arrays hold x for all lanes and then, `stride` later, y.
struct RuleArguments {
    std::size_t lanes = 0;           ///< a multiple of Kernels::width
    std::size_t stride = 0;          ///< ≥ lanes
    double update = 1;               ///< number of this update, from 1
    const double* lr = nullptr;      ///< [lanes], already scheduled
    const double* params = nullptr;  ///< parameter k: [k · stride + lane], the rule's own in the order of its catalogue entry
    const double* g = nullptr;       ///< gradient, two coordinates
    double* x = nullptr;             ///< position, two coordinates; moved
    double* rate = nullptr;          ///< effective rate, two coordinates; written
    double* state = nullptr;         ///< accumulator k, two coordinates: [2 · k · stride + ...]; updated
};

/// Gradient preparation that every rule shares. Two coordinates where not said otherwise.
struct PrepareArguments {
    std::size_t lanes = 0, stride = 0;
    const double* clip_norm = nullptr;     ///< [lanes]; 0: off
    const double* weight_decay = nullptr;  ///< [lanes]
    const double* x = nullptr;
    const double* g = nullptr;
    double* prepared = nullptr;
};

/// `objective` points at a prepared object of the kernel's objective type (see objectives/catalog.h). Any n, any alignment.
using ValuesKernel = void (*)(const void* objective, std::size_t n, const double* x, const double* y, double* f);
using GradientsKernel = void (*)(const void* objective, std::size_t n, const double* x, const double* y, double* f, double* gx,
                                 double* gy);
using RuleKernel = void (*)(const RuleArguments& arguments);
using PrepareKernel = void (*)(const PrepareArguments& arguments);

struct Kernels {
    const char* instructions;          ///< name of the instruction set
    std::size_t width;                 ///< lanes per register; divides 8
    const ValuesKernel* values;        ///< by place in objectives()
    const GradientsKernel* gradients;  ///< by place in objectives()
    const RuleKernel* rules;           ///< by place in optimizers()
    PrepareKernel prepare;
};

/// The best this processor can run.
const Kernels& kernels();

/// All that this processor can run, the plainest first.
std::span<const Kernels* const> runnable_kernels();

}  // namespace ravine
