// Memory for numbers that are all written before they are read. Clearing it first would cost as much as filling it, and would
// leave it to one thread to touch every page.
#pragma once

#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace ravine {

/// An allocator whose containers do not clear what resize() adds.
template <class T>
struct Uninitialized : std::allocator<T> {
    template <class U>
    struct rebind {
        using other = Uninitialized<U>;
    };

    template <class U>
    void construct(U* at) noexcept {
        ::new (static_cast<void*>(at)) U;
    }
    template <class U, class... Arguments>
    void construct(U* at, Arguments&&... arguments) {
        std::construct_at(at, std::forward<Arguments>(arguments)...);
    }
};

/// Doubles, of which resize() leaves the new ones to be written.
using Numbers = std::vector<double, Uninitialized<double>>;

}  // namespace ravine
