// Kernels for whatever every processor of this architecture has.
#include "engine/kernels_of.h"

namespace ravine {

extern const Kernels baseline_kernels;
constinit const Kernels baseline_kernels = kernels_of<xsimd::default_arch>("baseline");

}  // namespace ravine
