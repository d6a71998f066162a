// Which samples make the mini-batch of a step: a pure function of (seed, run, step).
//
// Samples are shuffled anew for every epoch and dealt out in batches, as data loaders do it: within an epoch each sample comes
// exactly once. Where the batch size does not divide the number of samples, the last batch of an epoch is smaller.
#pragma once

#include <cstdint>
#include <span>

namespace ravine {

/// The samples of step `step` (from 0) of a run, out of 0 .. samples.size() − 1. `samples` is room to work in; the result is a
/// part of it. `batch` is the batch size; sizes outside 1 .. samples.size() count as the nearer end.
std::span<const int> batch_of(std::uint64_t seed, std::uint64_t run, std::uint64_t step, int batch, std::span<int> samples);

}  // namespace ravine
