// The block kernels: one per objective and one per update rule (N + M, never N × M), compiled for each instruction set and
// chosen when the program runs. All instruction sets give the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace ravine {

class Rule;

/// Arrays of a block of lanes. Two-coordinate arrays hold x for all lanes and then, `stride` later, y.
struct RuleArguments {
    std::size_t lanes = 0;           ///< a multiple of Kernels::width
    std::size_t stride = 0;          ///< ≥ lanes
    double update = 1;               ///< number of this update, from 1
    const double* lr = nullptr;      ///< [lanes], already scheduled
    const double* params = nullptr;  ///< parameter k: [k · stride + lane], the rule's own in the order of its catalogue entry
    std::uint32_t on = 0;            ///< bit k: parameter k is not 0 in some lane
    const double* g = nullptr;       ///< gradient, two coordinates
    const double* f = nullptr;       ///< [lanes], f at x
    double* x = nullptr;             ///< position, two coordinates; moved
    double* rate = nullptr;          ///< effective rate, two coordinates; written
    double* state = nullptr;         ///< accumulator k, two coordinates: [2 · k · stride + ...]; updated
    const Rule* rule = nullptr;      ///< what the kernel of typed rules runs
};

/// Gradient preparation that every rule shares. Two coordinates where not said otherwise.
struct PrepareArguments {
    std::size_t lanes = 0, stride = 0;
    const double* clip_norm = nullptr;     ///< [lanes]; 0: off
    const double* weight_decay = nullptr;  ///< [lanes]; nullptr: not added to the gradient
    const double* x = nullptr;
    const double* g = nullptr;
    double* prepared = nullptr;
};

/// Decoupled weight decay: x ← x (1 − lr · weight_decay).
struct DecayArguments {
    std::size_t lanes = 0, stride = 0;
    const double* lr = nullptr;            ///< [lanes], already scheduled
    const double* weight_decay = nullptr;  ///< [lanes]
    double* x = nullptr;
};

/// Gradients of mini-batches at n points.
struct BatchArguments {
    std::size_t lanes = 0, stride = 0;  ///< lanes: a multiple of Kernels::width
    const double* x = nullptr;          ///< position, two coordinates
    const double* weights = nullptr;    ///< of sample k: [k · stride + lane]
    double* g = nullptr;                ///< gradient, two coordinates; written
};

/// What a map remembers of each lane while a block runs. [lanes] unless said otherwise.
struct TrackArguments {
    std::size_t lanes = 0, stride = 0;
    double step = 0;                ///< number of the row that the block has reached
    double target = 0;              ///< f at or below this has arrived
    const double* limit = nullptr;  ///< coordinates beyond this have left every bound
    const double* x = nullptr;      ///< position, two coordinates
    const double* f = nullptr;
    const double* g = nullptr;  ///< gradient, two coordinates
    // Places that count as arrived too: centres and the square of the radius about them.
    std::size_t places = 0;
    const double* place_x = nullptr;
    const double* place_y = nullptr;
    double radius2 = 0;
    double* ended = nullptr;    ///< 0 while the run goes on; else 1: left every bound, 2: a number is not finite
    double* last_f = nullptr;   ///< f of the last row whose numbers are finite
    double* arrived = nullptr;  ///< the row after the last one that had not arrived
};

/// Columns that the rows of one lane are written to: step k at [k], accumulators' x and y at [2 k] and [2 k + 1].
struct RowColumns {
    double *x = nullptr, *y = nullptr, *f = nullptr, *gx = nullptr, *gy = nullptr, *rate_x = nullptr, *rate_y = nullptr;
    double* const* state = nullptr;  ///< of each accumulator
};

/// Many updates of a block's first lane, each with the gradient behind it, each written as a row.
struct TraceArguments {
    RuleArguments rule;  ///< of the first update; what the last one leaves stands where it does after single updates
    std::size_t updates = 0;
    std::size_t row = 0;  ///< of the first update
    std::size_t objective_index = 0;
    const void* objective = nullptr;
    double *f = nullptr, *g = nullptr;  ///< written at the end, like rule.x
    RowColumns columns;
};

/// `objective` points at a prepared object of the kernel's objective type (see objectives/catalog.h). Any n, any alignment.
using ValuesKernel = void (*)(const void* objective, std::size_t n, const double* x, const double* y, double* f);
using GradientsKernel = void (*)(const void* objective, std::size_t n, const double* x, const double* y, double* f, double* gx,
                                 double* gy);
/// Heights where columns and rows cross, row after row; NaN where they are not finite. `x` is repeated to a multiple of 8.
using GridKernel = void (*)(const void* objective, std::size_t columns, const double* x, std::size_t rows, const double* y,
                            double* f);
using RuleKernel = void (*)(const RuleArguments& arguments);
using TraceKernel = void (*)(const TraceArguments& arguments);
using PrepareKernel = void (*)(const PrepareArguments& arguments);
using DecayKernel = void (*)(const DecayArguments& arguments);
using TrackKernel = void (*)(const TrackArguments& arguments);
using BatchKernel = void (*)(const void* objective, const BatchArguments& arguments);

struct Kernels {
    const char* instructions;  ///< name of the instruction set
    std::size_t width;         ///< lanes per register; divides 8
    // By place in objectives(); behind them, typed formulas.
    const ValuesKernel* values;
    const GradientsKernel* gradients;
    const GridKernel* grids;
    const BatchKernel* batches;  ///< nullptr for objectives that are not made of samples
    // By place in optimizers(); behind them, typed rules.
    const RuleKernel* rules;    ///< nullptr for rules that move both coordinates at once (joint_rules.h)
    const TraceKernel* traces;  ///< nullptr for joint and for typed rules
    PrepareKernel prepare;
    DecayKernel decay;
    TrackKernel track;
};

/// The best this processor can run.
const Kernels& kernels();

/// All that this processor can run, the plainest first.
std::span<const Kernels* const> runnable_kernels();

}  // namespace ravine
